package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import dev.figment.latent.Points;
import java.util.Arrays;

/**
 * Where the images of a set lie, as a ball around each: up to its k-th nearest neighbor among the
 * others.
 *
 * @param points the centers
 * @param squaredRadii of the balls
 */
record Manifold(Points points, double[] squaredRadii) {
  /**
   * @param k from 1 to the number of points − 1
   */
  static Manifold of(Points points, int k) {
    PairwiseDistances distances = new PairwiseDistances(points, points);
    double[] radii = new double[points.count()];
    distances.forEachRow(
        (row, squared, start) -> radii[row] = kth(distances, row, squared, start, radii.length, k));
    return new Manifold(points, radii);
  }

  /** First roughly, then exactly among those that rounding could have put in or out. */
  private static double kth(
      PairwiseDistances distances, int row, double[] squared, int start, int count, int k) {
    double[] rough = new double[k];
    Arrays.fill(rough, Double.POSITIVE_INFINITY);
    for (int i = 0; i < count; i++) {
      if (i != row && squared[start + i] < rough[k - 1]) {
        insert(rough, squared[start + i]);
      }
    }
    double limit = rough[k - 1] + 2 * distances.rounding(row);
    double[] exact = new double[k];
    Arrays.fill(exact, Double.POSITIVE_INFINITY);
    for (int i = 0; i < count && exact[k - 1] > 0; i++) { // none is nearer than 0
      if (i != row && squared[start + i] <= limit) {
        insert(exact, distances.exact(row, i));
      }
    }
    return exact[k - 1];
  }

  /** Into a rising row, whose last leaves it. */
  private static void insert(double[] rising, double value) {
    int i = rising.length - 1;
    if (value >= rising[i]) {
      return;
    }
    for (; i > 0 && rising[i - 1] > value; i--) {
      rising[i] = rising[i - 1];
    }
    rising[i] = value;
  }

  /** Refuses sets in which an image has no k neighbors, or which do not compare. */
  static void requireFit(String metric, Points generated, Points reference, int k) {
    require(k >= 1, "%s: k must be at least 1, got %d", metric, k);
    require(
        Math.min(generated.count(), reference.count()) > k,
        "%s: expected at least %d images of each for %d neighbors, got %d generated and %d of the"
            + " reference",
        metric,
        k + 1,
        k,
        generated.count(),
        reference.count());
    require(
        generated.size() == reference.size(),
        "%s: expected two of one extractor, got %d features of a generated image and %d of one of"
            + " the reference",
        metric,
        generated.size(),
        reference.size());
  }
}
