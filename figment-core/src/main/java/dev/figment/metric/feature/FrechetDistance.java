package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import dev.figment.latent.Points;
import dev.figment.metric.Estimate;
import dev.figment.tensor.Doubles;
import dev.figment.tensor.LinearAlgebra;
import dev.figment.tensor.LinearAlgebra.Eigen;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Fréchet distance of two sets of images, as if the features of each were normally distributed
 * (with the features of the Inception network, FID):
 *
 * <p>d² = ‖m₁ − m₂‖² + tr(S₁ + S₂ − 2·(S₁·S₂)^½)
 *
 * <p>with means m and covariances S, divided by n − 1. With S₂ = L·Lᵀ, the last trace is the sum of
 * the roots of the eigenvalues of Lᵀ·S₁·L, which is symmetric: float64 throughout, no root of a
 * matrix that is not symmetric, no imaginary parts. Eigenvalues that rounding put below 0 are taken
 * as 0, and so is the distance. It is 0 for equal statistics, and has no upper end.
 *
 * <p>Of finite sets it is too large on average, the more so the fewer images there are: compare
 * only distances of equal counts. A warning is given once where either set has fewer than 2,048
 * images.
 *
 * @see <a href="https://arxiv.org/abs/1706.08500">Heusel et al. 2017, eq. 6</a> (the trace by a
 *     symmetric matrix)
 */
public final class FrechetDistance {
  /** Below, covariances of Inception's 2,048 features are singular. */
  private static final int FEW = 2048;

  /** Features up to which resamples cost little, about 50 ms each. */
  private static final int SMALL = 512;

  private static final Logger LOG = LoggerFactory.getLogger(FrechetDistance.class);
  private static final AtomicBoolean WARNED = new AtomicBoolean();

  private FrechetDistance() {}

  /**
   * d² of two sets, the same whichever comes first.
   *
   * @param one of at least 2 images
   * @param other likewise, of the same extractor
   * @throws dev.figment.UsageException if they are of two extractors, or of a single image
   */
  public static double of(FeatureStatistics one, FeatureStatistics other) {
    one.source().requireSameExtractor(other.source());
    other.requireSize(one.size());
    requireEnough(one.count(), other.count());
    try (Scope scope = Scope.open()) {
      return new Target(other).squaredDistance(one.mean(), covariance(one));
    }
  }

  /**
   * d² of generated images from a reference. Its standard error is the standard deviation over
   * resamples of the generated images, drawn from them with replacement; the reference is taken as
   * it is.
   *
   * <p>There are 50 resamples where an image has at most 512 features, and 10 where it has more,
   * because one costs a product of n·d² and the eigenvalues of a matrix of d × d: of 10,000 images,
   * 50 take about two seconds with 128 features, and 10 take about half a minute of one core with
   * 2,048. A standard deviation of 50 is itself known to 10 %, one of 10 to 24 %. The engine holds
   * 8·n·d bytes meanwhile: 160 MB for 10,000 images with 2,048 features.
   *
   * @param generated features of at least 2 images, by the extractor of the reference
   * @param seed of the resamples: the same gives the same numbers
   * @throws dev.figment.UsageException if an image has another number of features than the
   *     reference, or there are fewer than 2
   */
  public static Estimate estimate(Points generated, FeatureStatistics reference, long seed) {
    reference.requireSize(generated.size());
    requireEnough(generated.count(), reference.count());
    FeatureStatistics statistics = FeatureStatistics.of(reference.source(), generated);
    int resamples = generated.size() <= SMALL ? 50 : 10;
    try (Scope scope = Scope.open()) {
      Target target = new Target(reference);
      return new Estimate(
          target.squaredDistance(statistics.mean(), covariance(statistics)),
          new FrechetBootstrap(generated, statistics, target).deviation(resamples, seed),
          generated.count());
    }
  }

  private static void requireEnough(int one, int other) {
    int fewest = Math.min(one, other);
    require(fewest >= 2, "fréchet distance: expected at least 2 images of each, got %d", fewest);
    if (fewest < FEW && !WARNED.getAndSet(true)) {
      LOG.warn(
          "fréchet distance: {} images are few. With fewer than {} it is far too large, and"
              + " comparable only with distances of as many images.",
          fewest,
          FEW);
    }
  }

  private static Tensor covariance(FeatureStatistics statistics) {
    return Doubles.of(statistics.covariance(), statistics.size(), statistics.size());
  }

  /**
   * What distances are measured from, with the root of its covariance; of the scope of its birth.
   */
  static final class Target {
    private final double[] mean;
    private final double trace;
    private final Tensor root;

    private Target(FeatureStatistics statistics) {
      Tensor covariance = covariance(statistics);
      Eigen eigen = LinearAlgebra.symmetricEigen(covariance);
      this.mean = statistics.mean();
      this.trace = covariance.diagonal().sum().item();
      this.root = eigen.vectors().times(eigen.values().clamp(0, Double.POSITIVE_INFINITY).sqrt());
    }

    /** L, (features, features), with S = L·Lᵀ. */
    Tensor root() {
      return root;
    }

    double squaredDistance(double[] mean, Tensor covariance) {
      try (Scope scope = Scope.open()) {
        Tensor product = root.permute(1, 0).matmul(covariance).matmul(root);
        return squaredDistance(mean, covariance.diagonal().sum().item(), product);
      }
    }

    /**
     * @param trace of the covariance S
     * @param product Lᵀ·S·L
     */
    double squaredDistance(double[] mean, double trace, Tensor product) {
      Tensor roots =
          LinearAlgebra.symmetricEigenvalues(product).clamp(0, Double.POSITIVE_INFINITY).sqrt();
      double shift = 0;
      for (int i = 0; i < mean.length; i++) {
        shift += (mean[i] - this.mean[i]) * (mean[i] - this.mean[i]);
      }
      return Math.max(0, shift + trace + this.trace - 2 * roots.sum().item());
    }
  }
}
