package dev.figment.loss;

import dev.figment.UsageException;
import dev.figment.catalogue.Kind;
import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What the two networks of a GAN minimize: a record with the formula of one paper, in terms of x,
 * what the discriminator says. Where the loss {@linkplain #takesLogits takes logits}, x comes
 * before the discriminator's final sigmoid; else it is its output as written. Each gives a scalar
 * [].
 *
 * <p>There are two families. Those that {@linkplain #usesTargets use targets} average over the
 * whole batch, real and generated alike. The others ask where an example comes from, and add the
 * mean over the real ones to the mean over the generated ones: twice as much for the same batch.
 *
 * <p>A loss overrides one of the two forms of {@code discriminator}.
 */
@Kind("loss")
public interface AdversarialLoss {
  /** Whether the loss has the sigmoid in it, so that a discriminator's own is left out. */
  default boolean takesLogits() {
    return true;
  }

  /** Whether the discriminator is told what to say of each example. */
  default boolean usesTargets() {
    return false;
  }

  /** Whether the generator has a target too. */
  default boolean generatorUsesTarget() {
    return usesTargets();
  }

  /** Whether some output is the border between real and generated, so that one can be right. */
  default boolean hasBorder() {
    return true;
  }

  /**
   * Whether it is a part of real examples and a part of generated ones, as all of the two families
   * are. One that compares the two kinds has no parts to tell of, and cannot be taken apart into
   * two updates.
   */
  default boolean splits() {
    return true;
  }

  /** Whether outputs may come from an activation that bounds them, such as a sigmoid. */
  default boolean takesBoundedOutputs() {
    return takesLogits();
  }

  /**
   * The discriminator's loss on a batch of which it is known what is real.
   *
   * @param logits on real and generated examples, or on one kind for updates that are separate
   */
  default Tensor discriminator(DiscriminatorLogits logits) {
    return discriminator(logits.outputs(), logits.targets());
  }

  /**
   * The discriminator's loss where targets alone say what is real.
   *
   * @param outputs x of real and of generated images alike (examples, 1)
   * @param targets what each of them should be, of the same shape
   * @throws UsageException from a loss that does not use targets
   */
  default Tensor discriminator(Tensor outputs, Tensor targets) {
    throw new UsageException(
        "%s: expected to be told which outputs are real, got targets alone. Give it logits, or"
            + " use a loss with targets, such as binaryCrossEntropy.",
        getClass().getSimpleName());
  }

  /**
   * @param outputs x of generated images (examples, 1)
   * @param targets what the generator would have them be, of the same shape; not looked at, and
   *     null if need be, but in {@link BinaryCrossEntropy} and {@link LeastSquares}
   */
  Tensor generator(Tensor outputs, @Nullable Tensor targets);
}
