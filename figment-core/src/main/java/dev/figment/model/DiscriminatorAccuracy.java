package dev.figment.model;

import java.util.List;

/**
 * How often a discriminator was right.
 *
 * @param examples how many it was shown of each kind
 * @param real the share of real ones that it took for real
 * @param fake the share of generated ones that it took for generated
 */
public record DiscriminatorAccuracy(int examples, double real, double fake) {
  /** Of equally large batches together. */
  public static DiscriminatorAccuracy mean(List<DiscriminatorAccuracy> batches) {
    return new DiscriminatorAccuracy(
        batches.stream().mapToInt(DiscriminatorAccuracy::examples).sum(),
        batches.stream().mapToDouble(DiscriminatorAccuracy::real).average().orElseThrow(),
        batches.stream().mapToDouble(DiscriminatorAccuracy::fake).average().orElseThrow());
  }
}
