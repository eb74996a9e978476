package dev.figment.loss;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The paper's game as written: the generator makes E[log(1 − σ(D(G(z))))] small, whose gradient
 * fades where the discriminator is sure. The discriminator learns by cross-entropy against targets;
 * the generator's target is not used.
 *
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014, eq. 1</a>; the
 *     discriminator's loss is averaged over the batch, half the sum of the paper's two means
 */
public record Minimax() implements AdversarialLoss {
  @Override
  public boolean usesTargets() {
    return true;
  }

  @Override
  public boolean generatorUsesTarget() {
    return false;
  }

  @Override
  public Tensor discriminator(Tensor logits, Tensor targets) {
    return BinaryCrossEntropy.of(logits, targets);
  }

  @Override
  public Tensor generator(Tensor logits, @Nullable Tensor targets) {
    return logits.softplus().mean().negated();
  }
}
