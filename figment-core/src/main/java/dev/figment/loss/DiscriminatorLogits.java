package dev.figment.loss;

import dev.figment.nn.ShapeException;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a discriminator says of a batch and what it should have said: of real examples first, then
 * of generated ones. Of either kind there may be none, where updates are separate.
 *
 * @param outputs what it says (examples, 1)
 * @param targets what it should say, of the same shape
 * @param reals how many of them, from the first, are of real examples
 */
public record DiscriminatorLogits(Tensor outputs, Tensor targets, long reals) {
  public DiscriminatorLogits {
    if (!Arrays.equals(outputs.shape(), targets.shape())) {
      throw new ShapeException(
          "targets like the outputs, " + outputs, targets, "Give one target for each output.");
    }
    if (reals < 0 || reals > outputs.size(0)) {
      throw new ShapeException(
          "0 to %d real examples of %s".formatted(outputs.size(0), outputs),
          reals,
          "Count the real ones of this batch.");
    }
  }

  /** Real examples should get 1, generated ones 0. Either may be null, not both. */
  public static DiscriminatorLogits of(Tensor real, Tensor fake) {
    if (fake == null) {
      return new DiscriminatorLogits(real, told(1, real), real.size(0));
    }
    if (real == null) {
      return new DiscriminatorLogits(fake, told(0, fake), 0);
    }
    return new DiscriminatorLogits(
        Tensor.concatenate(0, List.of(real, fake)),
        Tensor.concatenate(0, List.of(told(1, real), told(0, fake))),
        real.size(0));
  }

  private static Tensor told(double target, Tensor outputs) {
    return Tensor.full(target, outputs.shape()).to(outputs.device());
  }

  /** Those of the real examples alone. */
  public DiscriminatorLogits ofReal() {
    return new DiscriminatorLogits(outputs.narrow(0, 0, reals), targets.narrow(0, 0, reals), reals);
  }

  /** Those of the generated examples alone. */
  public DiscriminatorLogits ofFake() {
    long fakes = outputs.size(0) - reals;
    return new DiscriminatorLogits(
        outputs.narrow(0, reals, fakes), targets.narrow(0, reals, fakes), 0);
  }

  /** The mean of one function over the real examples plus that of another over the others. */
  public Tensor cost(UnaryOperator<Tensor> ofReal, UnaryOperator<Tensor> ofFake) {
    long fakes = outputs.size(0) - reals;
    if (reals == 0) {
      return ofFake.apply(outputs).mean();
    }
    if (fakes == 0) {
      return ofReal.apply(outputs).mean();
    }
    Tensor real = ofReal.apply(outputs.narrow(0, 0, reals)).mean();
    return real.plus(ofFake.apply(outputs.narrow(0, reals, fakes)).mean());
  }
}
