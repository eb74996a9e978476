package dev.figment.latent;

import static dev.figment.UsageException.require;

import dev.figment.tensor.Doubles;
import dev.figment.tensor.LinearAlgebra;
import dev.figment.tensor.Scope;
import java.util.Arrays;

/**
 * One component of a {@link GaussianMixture}.
 *
 * @param weight the share of the points that it stands for, 0 to 1
 * @param mean as many numbers as a point has
 * @param covariance size × size numbers, row after row; symmetric and positive definite
 */
public record Gaussian(double weight, double[] mean, double[] covariance) {
  /**
   * @throws dev.figment.UsageException if the weight is no share, or the covariance does not fit
   *     the mean
   */
  public Gaussian {
    require(weight >= 0 && weight <= 1, "gaussian: weight must be from 0 to 1, got %s", weight);
    require(
        mean.length >= 1 && covariance.length == mean.length * mean.length,
        "gaussian: expected a covariance of %d×%d numbers for a mean of %d, got %d",
        mean.length,
        mean.length,
        mean.length,
        covariance.length);
    mean = mean.clone();
    covariance = covariance.clone();
  }

  /** A copy. */
  @Override
  public double[] mean() {
    return mean.clone();
  }

  /** A copy. */
  @Override
  public double[] covariance() {
    return covariance.clone();
  }

  /** How many numbers a point has. */
  public int size() {
    return mean.length;
  }

  /** The lower triangular L with L·Lᵀ = Σ, row after row. */
  double[] root() {
    try (Scope scope = Scope.open()) {
      return Doubles.toArray(LinearAlgebra.cholesky(Doubles.of(covariance, size(), size())));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Gaussian that
        && weight == that.weight
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(covariance, that.covariance);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(covariance);
  }

  @Override
  public String toString() {
    return "gaussian of weight %.4g in %d dimensions".formatted(weight, size());
  }
}
