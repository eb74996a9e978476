package dev.figment.loss;

import dev.figment.tensor.Tensor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * −[t·log σ(x) + (1 − t)·log(1 − σ(x))], averaged over all values; computed from logits as
 * softplus(x) − t·x, which cannot overflow.
 *
 * <p>As the loss of a GAN it is cross-entropy against targets for both networks: with the targets
 * 1, 0 and 1 the generator's is the non-saturating one, −log σ(D(G(z))), and the discriminator's is
 * half the sum of {@link NonSaturating}.
 *
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014, section 3</a>
 */
public record BinaryCrossEntropy() implements AdversarialLoss {
  /**
   * @param logits x, any shape
   * @param targets t of the same shape, mostly in [0, 1]; beyond it the loss has no lower bound
   * @return a scalar []
   */
  public static Tensor of(Tensor logits, Tensor targets) {
    return logits.binaryCrossEntropy(targets);
  }

  @Override
  public boolean usesTargets() {
    return true;
  }

  @Override
  public Tensor discriminator(Tensor logits, Tensor targets) {
    return of(logits, targets);
  }

  @Override
  public Tensor generator(Tensor logits, @Nullable Tensor targets) {
    return of(logits, Objects.requireNonNull(targets));
  }
}
