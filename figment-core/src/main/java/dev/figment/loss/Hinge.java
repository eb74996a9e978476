package dev.figment.loss;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Discriminator: E[max(0, 1 − x)] over real images + E[max(0, 1 + x)] over generated ones, so that
 * an example on its side of the margin costs nothing. Generator: −E[x]. The outputs x are any
 * number, with no sigmoid.
 *
 * @see <a href="https://arxiv.org/abs/1705.02894">Lim and Ye 2017</a> and <a
 *     href="https://arxiv.org/abs/1802.05957">Miyato et al. 2018, eq. 16 and 17</a> (no difference)
 */
public record Hinge() implements AdversarialLoss {
  @Override
  public boolean takesLogits() {
    return false;
  }

  @Override
  public Tensor discriminator(DiscriminatorLogits logits) {
    return logits.cost(real -> real.negated().plus(1).relu(), fake -> fake.plus(1).relu());
  }

  @Override
  public Tensor generator(Tensor outputs, @Nullable Tensor targets) {
    return outputs.mean().negated();
  }
}
