package dev.figment.loss;

import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Penalty} is taken of.
 *
 * @param discriminator from examples to its outputs (examples, 1); what it is made of can be
 *     differentiated twice
 * @param real a batch of examples, the batch first
 * @param fake as many generated ones, of the same shape; null where an update is on real ones alone
 * @param realOutputs what the discriminator has said of the real ones (examples, 1); null where it
 *     was not asked yet
 * @param stream where random numbers are drawn from
 */
public record PenaltyInput(
    UnaryOperator<Tensor> discriminator,
    Tensor real,
    @Nullable Tensor fake,
    @Nullable Tensor realOutputs,
    RandomStream stream) {
  /** Where the discriminator was not asked yet. */
  public PenaltyInput(
      UnaryOperator<Tensor> discriminator,
      Tensor real,
      @Nullable Tensor fake,
      RandomStream stream) {
    this(discriminator, real, fake, null, stream);
  }

  /** What the discriminator says of the real ones (examples, 1). */
  @Override
  public Tensor realOutputs() {
    return realOutputs == null ? discriminator.apply(real) : realOutputs;
  }
}
