package dev.figment.model.gan;

import dev.figment.model.Losses;
import dev.figment.tensor.Tensor;

/**
 * How sure the discriminator is: its mean score σ(logit), and how often it is right about a half.
 */
final class Scores {
  private Scores() {}

  static Losses real(Losses losses, Tensor logits) {
    return losses
        .with("scores/real", logits.detached().sigmoid().mean())
        .with("accuracy/real", logits.detached().shareAbove(0));
  }

  static Losses fake(Losses losses, Tensor logits) {
    return losses
        .with("scores/fake", logits.detached().sigmoid().mean())
        .with("accuracy/fake", logits.detached().negated().shareAbove(0));
  }
}
