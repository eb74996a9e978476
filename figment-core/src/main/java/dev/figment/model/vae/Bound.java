package dev.figment.model.vae;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the evidence lower bound, in nats, for each example and each of its draws of z.
 *
 * @param logLikelihood log p(x|z) (examples, samples)
 * @param logRatio log q(z|x) − log p(z) at the draws (examples, samples)
 * @param exactDivergence KL(q ‖ p) (examples) where it is known without draws, else null
 */
record Bound(Tensor logLikelihood, Tensor logRatio, @Nullable Tensor exactDivergence) {
  private static final long[] SAMPLES = {1};

  /** −log p(x|z), the mean over draws (examples). */
  Tensor reconstruction() {
    return logLikelihood.mean(SAMPLES, false).negated();
  }

  /** KL(q ‖ p), exact where it is known, else the mean over draws (examples). */
  Tensor divergence() {
    return exactDivergence == null ? logRatio.mean(SAMPLES, false) : exactDivergence;
  }

  /** log p(x|z) + log p(z) − log q(z|x) (examples, samples). */
  Tensor logWeights() {
    return logLikelihood.minus(logRatio);
  }

  /**
   * log of the mean weight (examples): at or above the ELBO, nearer to log p(x) with more draws.
   */
  Tensor importanceWeighted() {
    return logWeights().logSumExp(1, false).minus(Math.log(logLikelihood.size(1)));
  }
}
