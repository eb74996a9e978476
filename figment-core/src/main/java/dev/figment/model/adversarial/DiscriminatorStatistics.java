package dev.figment.model.adversarial;

import dev.figment.loss.AdversarialLoss;
import dev.figment.loss.Wasserstein;
import dev.figment.model.Losses;
import dev.figment.tensor.Tensor;

/**
 * How sure the discriminator is, on average, and how often it is right. Where the loss takes logits
 * the score is σ(x), and right is the right side of a half; else the score is the output itself,
 * and right is nearer to the right one of the real and the fake target, or without targets on the
 * right side of 0. A Wasserstein critic is never right or wrong, only its differences count.
 *
 * @param limit the output between real and generated; null where there is none
 */
public record DiscriminatorStatistics(boolean ofLogits, boolean realIsHigh, Double limit) {
  /** Of a loss whose targets are 1 for real examples and 0 for generated ones. */
  public static DiscriminatorStatistics of(AdversarialLoss loss) {
    return of(loss, 1, 0);
  }

  /**
   * Where targets are turned around, a low score says that an example is real.
   *
   * @param real the target of real examples
   * @param fake that of generated ones
   */
  public static DiscriminatorStatistics of(AdversarialLoss loss, double real, double fake) {
    return new DiscriminatorStatistics(
        loss.takesLogits(), real >= fake, limit(loss, (real + fake) / 2));
  }

  private static Double limit(AdversarialLoss loss, double middle) {
    if (loss instanceof Wasserstein) {
      return null;
    }
    return loss.takesLogits() || !loss.usesTargets() ? 0 : middle;
  }

  /**
   * Adds {@code scores/real} and, where there is right and wrong, {@code accuracy/real}.
   *
   * @param outputs what the discriminator says of real examples
   */
  public Losses real(Losses losses, Tensor outputs) {
    return with(losses, "real", outputs.detached(), realIsHigh);
  }

  /** The same of generated examples: {@code scores/fake} and {@code accuracy/fake}. */
  public Losses fake(Losses losses, Tensor outputs) {
    return with(losses, "fake", outputs.detached(), !realIsHigh);
  }

  private Losses with(Losses losses, String kind, Tensor outputs, boolean high) {
    Losses scored = losses.with("scores/" + kind, score(outputs));
    return limit == null ? scored : scored.with("accuracy/" + kind, right(outputs, high));
  }

  private Tensor score(Tensor outputs) {
    return (ofLogits ? outputs.sigmoid() : outputs).mean();
  }

  private Tensor right(Tensor outputs, boolean high) {
    return high ? outputs.shareAbove(limit) : outputs.negated().shareAbove(-limit);
  }
}
