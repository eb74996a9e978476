package dev.figment.model.adversarial;

import dev.figment.loss.AdversarialLoss;
import dev.figment.loss.CategoricalCrossEntropy;
import dev.figment.model.Losses;
import dev.figment.tensor.Tensor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How sure the discriminator is, on average, and how often it is right. Where the loss takes logits
 * the score is σ(x), and right is the right side of a half; else the score is the output itself,
 * and right is nearer to the right one of the real and the fake target, or without targets on the
 * right side of 0. A Wasserstein critic is never right or wrong, only its differences count.
 *
 * @param border the output between real and generated; null where there is none
 */
public record DiscriminatorStatistics(
    boolean ofLogits, boolean realIsHigh, @Nullable Double border) {
  /** Where targets are turned around, a low score says that an example is real. */
  public static DiscriminatorStatistics of(AdversarialLoss loss, Targets targets) {
    double real = targets.real().middle();
    double fake = targets.fake().middle();
    return new DiscriminatorStatistics(
        loss.takesLogits(), real >= fake, border(loss, (real + fake) / 2));
  }

  private static @Nullable Double border(AdversarialLoss loss, double middle) {
    if (!loss.hasBorder()) {
      return null;
    }
    return loss.takesLogits() || !loss.usesTargets() ? 0 : middle;
  }

  /**
   * Adds {@code scores/real} and {@code scores/fake}, where there is right and wrong {@code
   * accuracy/…}, and where it classifies {@code classAccuracy/…}.
   *
   * @param output of real examples first, then of generated ones
   * @param classes of all of them; null where it does not classify
   * @param reals how many are real
   */
  Losses of(Losses losses, DiscriminatorOutput output, @Nullable Tensor classes, long reals) {
    long fakes = output.logits().size(0) - reals;
    Losses added = of(losses, "real", new Part(output, classes, 0, reals), realIsHigh);
    return of(added, "fake", new Part(output, classes, reals, fakes), !realIsHigh);
  }

  private Losses of(Losses losses, String kind, Part part, boolean high) {
    if (part.count == 0) {
      return losses;
    }
    Losses added = losses.watching("scores/" + kind, () -> score(part.logits()));
    if (border != null) {
      added = added.watching("accuracy/" + kind, () -> accuracy(part.logits(), border, high));
    }
    return part.output.classLogits() == null
        ? added
        : added.watching("classAccuracy/" + kind, part::classAccuracy);
  }

  /** Examples of one kind in a batch of both. */
  private record Part(
      DiscriminatorOutput output, @Nullable Tensor classes, long start, long count) {
    Tensor logits() {
      return output.logits().narrow(0, start, count);
    }

    Tensor classAccuracy() {
      return CategoricalCrossEntropy.accuracy(
          Objects.requireNonNull(output.classLogits()).narrow(0, start, count),
          Objects.requireNonNull(classes).narrow(0, start, count));
    }
  }

  private Tensor score(Tensor logits) {
    return (ofLogits ? logits.sigmoid() : logits).mean();
  }

  /** The share of outputs that say real. */
  Tensor accuracyOfReal(Tensor logits) {
    return accuracy(logits, Objects.requireNonNull(border), realIsHigh);
  }

  /** The share of outputs that say generated. */
  Tensor accuracyOfFake(Tensor logits) {
    return accuracy(logits, Objects.requireNonNull(border), !realIsHigh);
  }

  private static Tensor accuracy(Tensor logits, double border, boolean high) {
    return high ? logits.shareAbove(border) : logits.negated().shareAbove(-border);
  }
}
