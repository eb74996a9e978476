package dev.figment.model.adversarial;

import dev.figment.loss.AdversarialLoss;
import dev.figment.loss.DiscriminatorLogits;
import dev.figment.model.Losses;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Tensor;

/**
 * The discriminator's adversarial loss on real and on generated examples apart, what tutorials call
 * d1 and d2: each as if the other kind were not there, before penalties and classes. In a mixed
 * update the loss is their mean where it uses targets and there are as many of each kind, and their
 * sum where it does not.
 */
record DiscriminatorParts(AdversarialLoss loss) {
  /**
   * Adds {@code loss/real} and {@code loss/fake}, of the kinds that there are, to what is watched.
   *
   * @param whole the adversarial loss of all of them
   */
  Losses added(Losses losses, Tensor whole, DiscriminatorLogits logits) {
    if (logits.reals() == 0) {
      return losses.watching("loss/fake", () -> whole);
    }
    if (logits.reals() == logits.outputs().size(0)) {
      return losses.watching("loss/real", () -> whole);
    }
    if (!loss.splits()) {
      return losses;
    }
    return losses
        .watching("loss/real", () -> of(logits.ofReal()))
        .watching("loss/fake", () -> of(logits.ofFake()));
  }

  private Tensor of(DiscriminatorLogits logits) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return loss.discriminator(logits);
    }
  }
}
