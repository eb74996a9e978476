package dev.figment.loss;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Discriminator: E[softplus(−x)] over real images + E[softplus(x)] over generated ones, which is
 * −E[log σ(D(x))] − E[log(1 − σ(D(G(z))))]. Generator: E[softplus(−x)], which is −E[log σ(D(G(z)))]
 * and keeps its gradient where the discriminator is sure.
 *
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014, section 3</a> (no
 *     difference). The sum of the two means, not half of it: what the weights of {@link R1} are
 *     quoted for
 */
public record NonSaturating() implements AdversarialLoss {
  @Override
  public Tensor discriminator(DiscriminatorLogits logits) {
    return logits.cost(real -> real.negated().softplus(), Tensor::softplus);
  }

  @Override
  public Tensor generator(Tensor logits, @Nullable Tensor targets) {
    return logits.negated().softplus().mean();
  }
}
