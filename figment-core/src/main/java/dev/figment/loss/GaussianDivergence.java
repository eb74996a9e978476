package dev.figment.loss;

import dev.figment.tensor.Tensor;

/**
 * KL(N(μ, σ²) ‖ N(0, 1)) = −½ Σ (1 + γ − e^γ − μ²), γ = log σ², in nats: a sum over the numbers of
 * a point, one for each example.
 *
 * @see <a href="https://arxiv.org/abs/1312.6114">Kingma and Welling 2014, appendix B</a> (no
 *     difference)
 */
public final class GaussianDivergence {
  private GaussianDivergence() {}

  /**
   * @param mean μ (examples, numbers)
   * @param logVariance γ, of the same shape
   * @return (examples)
   */
  public static Tensor of(Tensor mean, Tensor logVariance) {
    Tensor inner = logVariance.plus(1).minus(logVariance.exp()).minus(mean.square());
    return inner.sum(new long[] {1}, false).times(-0.5);
  }
}
