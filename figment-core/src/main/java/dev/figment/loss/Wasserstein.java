package dev.figment.loss;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Critic: E[x] over generated images − E[x] over real ones. Generator: −E[x]. The scores x are any
 * number, with no sigmoid; the difference is a distance only where the critic's slope is held near
 * 1, by clipped weights or by a {@link GradientPenalty}.
 *
 * @see <a href="https://arxiv.org/abs/1701.07875">Arjovsky et al. 2017, algorithm 1</a> (no
 *     difference but the sign: here the critic too makes its loss small)
 */
public record Wasserstein() implements AdversarialLoss {
  @Override
  public boolean takesLogits() {
    return false;
  }

  @Override
  public boolean hasBorder() {
    return false;
  }

  @Override
  public Tensor discriminator(DiscriminatorLogits logits) {
    return logits.cost(Tensor::negated, fake -> fake);
  }

  @Override
  public Tensor generator(Tensor scores, @Nullable Tensor targets) {
    return scores.mean().negated();
  }
}
