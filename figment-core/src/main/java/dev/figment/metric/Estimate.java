package dev.figment.metric;

import java.util.Arrays;

/**
 * A mean over examples, and how far it may be from the mean over all that there could be.
 *
 * @param standardError s/√n, with s² = Σ (xᵢ − mean)²/(n − 1); not a number where n is 1
 * @param examples n, how many there were
 */
public record Estimate(double mean, double standardError, int examples) {
  /** Of a number for each example, at least one. */
  public static Estimate of(double[] values) {
    int count = values.length;
    double mean = Arrays.stream(values).sum() / count;
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return new Estimate(mean, Math.sqrt(squares / (count - 1) / count), count);
  }

  /** In another unit, or with the other sign. */
  public Estimate times(double factor) {
    return new Estimate(factor * mean, Math.abs(factor) * standardError, examples);
  }
}
