package dev.figment.model.gan;

import dev.figment.model.Losses;
import dev.figment.tensor.Tensor;

/**
 * How sure the discriminator is: its mean score σ(logit), and how often it is right about a half.
 */
record Scores(boolean realIsHigh) {
  /** Where targets are turned around, a low score says that an example is real. */
  static Scores of(Targets targets) {
    return new Scores(targets.real().middle() >= targets.fake().middle());
  }

  Losses real(Losses losses, Tensor logits) {
    return losses
        .with("scores/real", logits.detached().sigmoid().mean())
        .with("accuracy/real", right(logits, realIsHigh));
  }

  Losses fake(Losses losses, Tensor logits) {
    return losses
        .with("scores/fake", logits.detached().sigmoid().mean())
        .with("accuracy/fake", right(logits, !realIsHigh));
  }

  private static Tensor right(Tensor logits, boolean high) {
    return (high ? logits.detached() : logits.detached().negated()).shareAbove(0);
  }
}
