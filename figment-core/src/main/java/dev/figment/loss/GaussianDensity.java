package dev.figment.loss;

import dev.figment.tensor.Tensor;

/**
 * log N(x; μ, σ²) = −½ Σ (log 2π + γ + (x − μ)²/e^γ), γ = log σ², in nats: one for each example.
 */
public final class GaussianDensity {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private GaussianDensity() {}

  /**
   * @param x (examples, numbers)
   * @param mean μ, of the same shape
   * @param logVariance γ, of the same shape
   * @return (examples)
   */
  public static Tensor of(Tensor x, Tensor mean, Tensor logVariance) {
    Tensor distance = x.minus(mean).square().times(logVariance.negated().exp());
    return sum(distance.plus(logVariance).plus(LOG_TWO_PI));
  }

  /** Of the standard normal distribution. */
  public static Tensor standard(Tensor x) {
    return sum(x.square().plus(LOG_TWO_PI));
  }

  private static Tensor sum(Tensor twice) {
    return twice.sum(new long[] {1}, false).times(-0.5);
  }
}
