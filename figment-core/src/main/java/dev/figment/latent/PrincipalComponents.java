package dev.figment.latent;

import static dev.figment.UsageException.require;

import dev.figment.tensor.Doubles;
import dev.figment.tensor.LinearAlgebra;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;

/**
 * Principal component analysis: the directions in which points vary most, and how much. With mean m
 * and components W (rows, orthonormal), a point x is projected to z = W·(x − m) and restored as m +
 * Wᵀ·z; no other linear code of as many numbers restores the points it was fitted on with a smaller
 * squared error.
 *
 * <p>The components are the eigenvectors of the covariance, in float64 throughout; covariances are
 * accumulated in parts, so that 60,000 points of 784 numbers cost little more than their own
 * memory. The largest number of each component by size is positive, which settles its sign.
 *
 * @see <a href="https://doi.org/10.1080/14786440109462720">Pearson 1901</a> (no difference)
 */
public final class PrincipalComponents {
  /** Covariances of more take gigabytes and minutes. */
  private static final int LARGEST_SIZE = 8192;

  private final double[] mean;
  private final double[] components;
  private final double[] variances;
  private final double totalVariance;

  private PrincipalComponents(
      double[] mean, double[] components, double[] variances, double totalVariance) {
    this.mean = mean;
    this.components = components;
    this.variances = variances;
    this.totalVariance = totalVariance;
  }

  /**
   * Finds the components of points.
   *
   * @param points at least 2, of at most 8,192 numbers
   * @param components how many to find: from 1 to the size of the points, and to their count
   * @throws dev.figment.UsageException if there are not as many to find, or the points are too
   *     large
   */
  public static PrincipalComponents fit(Points points, int components) {
    int most = Math.min(points.size(), points.count());
    require(points.count() >= 2, "pca: expected at least 2 points, got %d", points.count());
    require(
        components >= 1 && components <= most,
        "pca: expected from 1 to %d components (%d points of %d numbers), got %d",
        most,
        points.count(),
        points.size(),
        components);
    require(
        points.size() <= LARGEST_SIZE,
        "pca: expected points of at most %d numbers, got %d. Use latents or smaller images.",
        LARGEST_SIZE,
        points.size());
    double[] mean = points.mean();
    try (Scope scope = Scope.open()) {
      Tensor covariance = points.scatter(mean).scale(1.0 / (points.count() - 1));
      return of(mean, covariance, components);
    }
  }

  private static PrincipalComponents of(double[] mean, Tensor covariance, int components) {
    int size = mean.length;
    LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(covariance);
    double[] vectors = Doubles.toArray(eigen.vectors().permute(1, 0).flip(0));
    double[] values = Doubles.toArray(eigen.values().flip(0));
    for (int i = 0; i < size; i++) {
      values[i] = Math.max(0, values[i]);
    }
    double[] rows = Arrays.copyOf(vectors, components * size);
    for (int row = 0; row < components; row++) {
      settleSign(rows, row * size, size);
    }
    return new PrincipalComponents(
        mean, rows, Arrays.copyOf(values, components), Arrays.stream(values).sum());
  }

  private static void settleSign(double[] rows, int from, int size) {
    double largest = 0;
    for (int i = from; i < from + size; i++) {
      largest = Math.abs(rows[i]) > Math.abs(largest) ? rows[i] : largest;
    }
    for (int i = from; i < from + size && largest < 0; i++) {
      rows[i] = -rows[i];
    }
  }

  /** How many components there are. */
  public int count() {
    return variances.length;
  }

  /** How many numbers a point has. */
  public int size() {
    return mean.length;
  }

  /** The mean of the points that it was fitted on. */
  public double[] mean() {
    return mean.clone();
  }

  /** A direction of length 1, the one of largest variance first; all at right angles. */
  public double[] component(int index) {
    return Arrays.copyOfRange(components, index * size(), (index + 1) * size());
  }

  /** The variance along each component, divided by n − 1; never rising. */
  public double[] variances() {
    return variances.clone();
  }

  /** The part of the whole variance along each component, 0 to 1. */
  public double[] varianceShares() {
    return Arrays.stream(variances).map(each -> each / Math.max(totalVariance, 1e-300)).toArray();
  }

  /**
   * W·(x − m) of each point.
   *
   * @throws dev.figment.UsageException if the points have another size
   */
  public Points project(Points points) {
    requireSize(points, size());
    return inParts(points, count(), this::projected);
  }

  /**
   * m + Wᵀ·z of each point.
   *
   * @param projected as {@link #project} gives them
   * @throws dev.figment.UsageException if they do not have {@link #count} numbers
   */
  public Points restore(Points projected) {
    requireSize(projected, count());
    return inParts(projected, size(), this::restored);
  }

  /**
   * The mean squared difference of points from what is restored of their projections, over all
   * numbers of all points: what a linear autoencoder of as many latents comes down to.
   *
   * @throws dev.figment.UsageException if there are no points, or they have another size
   */
  public double meanSquaredError(Points points) {
    requireSize(points, size());
    require(points.count() > 0, "pca: expected at least one point, got none");
    double sum = 0;
    int[] parts = points.parts();
    for (int i = 1; i < parts.length; i++) {
      try (Scope scope = Scope.open()) {
        Tensor x = points.doubles(parts[i - 1], parts[i]);
        sum += restored(projected(x)).minus(x).square().sum().item();
      }
    }
    return sum / points.values().length;
  }

  private Tensor projected(Tensor x) {
    return x.minus(Doubles.of(mean, size())).matmul(matrix().permute(1, 0));
  }

  private Tensor restored(Tensor z) {
    return z.matmul(matrix()).plus(Doubles.of(mean, size()));
  }

  private Tensor matrix() {
    return Doubles.of(components, count(), size());
  }

  private interface Mapping {
    Tensor of(Tensor rows);
  }

  private static Points inParts(Points points, int size, Mapping mapping) {
    float[] results = new float[Math.multiplyExact(points.count(), size)];
    int[] parts = points.parts();
    for (int i = 1; i < parts.length; i++) {
      try (Scope scope = Scope.open()) {
        float[] part = mapping.of(points.doubles(parts[i - 1], parts[i])).toArray();
        System.arraycopy(part, 0, results, parts[i - 1] * size, part.length);
      }
    }
    return new Points(results, size);
  }

  private static void requireSize(Points points, int size) {
    require(
        points.size() == size, "pca: expected points of %d numbers, got %d", size, points.size());
  }
}
