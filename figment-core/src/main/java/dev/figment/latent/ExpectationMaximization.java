package dev.figment.latent;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.tensor.RandomStream;

/**
 * Fits a {@link GaussianMixture} in two steps that take turns: how much of each point each
 * component explains, rₙₖ = wₖ·N(xₙ; μₖ, Σₖ) / p(xₙ), then the weights, means and covariances of
 * the points so shared. In float64. The first sharing gives each point whole to the nearest of
 * seeds that are far from one another (k-means++).
 *
 * <p>Every covariance has a floor added to its diagonal: a millionth of the mean variance of the
 * points' numbers, and at least 1e-12. With it, components of few points or of equal ones stay
 * densities; without it the log-likelihood would never fall, with it by no more than the floor is
 * worth. A component that explains less than a billionth of a point keeps its mean and covariance.
 *
 * @param components how many Gaussians; at least 1
 * @param iterations the most; at least 1
 * @param tolerance it ends when the mean log-likelihood of a point rises by less, in nats; at least
 *     0
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1977.tb01600.x">Dempster, Laird and Rubin 1977,
 *     section 4.3</a> (with the floor)
 */
public record ExpectationMaximization(int components, int iterations, double tolerance) {
  /**
   * @throws dev.figment.UsageException if a value is out of its bounds
   */
  public ExpectationMaximization {
    require(components >= 1, "gaussian mixture: components must be at least 1, got %d", components);
    require(iterations >= 1, "gaussian mixture: iterations must be at least 1, got %d", iterations);
    require(tolerance >= 0, "gaussian mixture: tolerance must be at least 0, got %s", tolerance);
  }

  /** At most 200 iterations, until one is worth less than a thousandth of a nat. */
  public static ExpectationMaximization of(int components) {
    return new ExpectationMaximization(components, 200, 1e-3);
  }

  public ExpectationMaximization withIterations(int most) {
    return new ExpectationMaximization(components, most, tolerance);
  }

  public ExpectationMaximization withTolerance(double nats) {
    return new ExpectationMaximization(components, iterations, nats);
  }

  /**
   * Fits. The same points, stream and number of threads give the same mixture.
   *
   * @param stream chooses the seeds
   * @param progress is told the mean log-likelihood of a point at each iteration, in nats
   * @throws dev.figment.UsageException if there are fewer points than components
   */
  public GaussianMixture fit(Points points, RandomStream stream, Progress progress) {
    require(
        points.count() >= components,
        "gaussian mixture: expected at least as many points as components (%d), got %d. Fit fewer"
            + " components.",
        components,
        points.count());
    Seeds seeds = Seeds.of(points, components, stream);
    return new MixtureFit(points, seeds).improve(this, progress);
  }
}
