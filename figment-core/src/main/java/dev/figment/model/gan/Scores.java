package dev.figment.model.gan;

import dev.figment.loss.AdversarialLoss;
import dev.figment.model.Losses;
import dev.figment.tensor.Tensor;

/**
 * How sure the discriminator is, on average, and how often it is right. Where the loss takes logits
 * the score is σ(x), and right is the right side of a half; else the score is the output itself,
 * and right is nearer to the right one of the real and the fake target.
 *
 * @param limit the output between real and generated
 */
record Scores(boolean ofLogits, boolean realIsHigh, double limit) {
  /** Where targets are turned around, a low score says that an example is real. */
  static Scores of(AdversarialLoss loss, Targets targets) {
    double real = targets.real().middle();
    double fake = targets.fake().middle();
    return new Scores(loss.takesLogits(), real >= fake, loss.takesLogits() ? 0 : (real + fake) / 2);
  }

  Losses real(Losses losses, Tensor outputs) {
    return losses
        .with("scores/real", score(outputs.detached()))
        .with("accuracy/real", right(outputs.detached(), realIsHigh));
  }

  Losses fake(Losses losses, Tensor outputs) {
    return losses
        .with("scores/fake", score(outputs.detached()))
        .with("accuracy/fake", right(outputs.detached(), !realIsHigh));
  }

  private Tensor score(Tensor outputs) {
    return (ofLogits ? outputs.sigmoid() : outputs).mean();
  }

  private Tensor right(Tensor outputs, boolean high) {
    return high ? outputs.shareAbove(limit) : outputs.negated().shareAbove(-limit);
  }
}
