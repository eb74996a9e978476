package dev.figment.model.adversarial;

import dev.figment.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a discriminator says of a batch.
 *
 * @param features what its last layer with parameters was given, or what it projects; null where
 *     nothing asks for them
 * @param logits how real each example is (examples, 1), in the terms of the loss
 * @param classLogits (examples, classes); null where it does not classify
 */
public record DiscriminatorOutput(
    @Nullable Tensor features, Tensor logits, @Nullable Tensor classLogits) {
  /** Of one that says how real an example is and nothing else. */
  public DiscriminatorOutput(Tensor logits) {
    this(null, logits, null);
  }

  /** Of two batches, one after the other. */
  DiscriminatorOutput and(DiscriminatorOutput other) {
    return new DiscriminatorOutput(
        joined(features, other.features),
        Tensor.concatenate(0, List.of(logits, other.logits)),
        joined(classLogits, other.classLogits));
  }

  private static @Nullable Tensor joined(@Nullable Tensor first, @Nullable Tensor second) {
    return first == null ? null : Tensor.concatenate(0, List.of(first, second));
  }
}
