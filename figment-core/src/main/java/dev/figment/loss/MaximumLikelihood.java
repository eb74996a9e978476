package dev.figment.loss;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The generator makes −E[exp(x)] small, x = σ⁻¹(D(G(z))) the logit: where the discriminator is the
 * best one, its gradient is that of maximum likelihood. The discriminator learns by cross-entropy
 * against targets; the generator's target is not used.
 *
 * <p>The few generated images that fool the discriminator most have nearly all of the weight, and
 * the exponential overflows float32 from a logit of 89 on: a study, not a training aid.
 *
 * @see <a href="https://arxiv.org/abs/1412.6515">Goodfellow 2014, "On distinguishability
 *     criteria"</a> and <a href="https://arxiv.org/abs/1701.00160">Goodfellow 2016, section
 *     3.2.4</a>, without its factor of a half
 */
public record MaximumLikelihood() implements AdversarialLoss {
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
    return logits.exp().mean().negated();
  }
}
