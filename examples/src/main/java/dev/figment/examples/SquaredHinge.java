package dev.figment.examples;

import dev.figment.loss.AdversarialLoss;
import dev.figment.loss.DiscriminatorLogits;
import dev.figment.tensor.Tensor;

/**
 * The hinge loss, squared so that it is smooth. Discriminator: E[max(0, 1 − x)²] over real examples
 * + E[max(0, 1 + x)²] over generated ones; generator: −E[x] over its own; x the discriminator's
 * output.
 *
 * @see <a href="https://arxiv.org/abs/1705.02894">Lim and Ye 2017</a>, where it is not squared
 */
public record SquaredHinge() implements AdversarialLoss {
  @Override
  public boolean takesLogits() {
    return false;
  }

  @Override
  public Tensor discriminator(DiscriminatorLogits logits) {
    return logits.cost(
        real -> real.negated().plus(1).relu().square(), fake -> fake.plus(1).relu().square());
  }

  @Override
  public Tensor generator(Tensor outputs, Tensor targets) {
    return outputs.mean().negated();
  }
}
