package dev.figment.latent;

import dev.figment.tensor.RandomStream;
import java.util.Arrays;

/**
 * Points that are far from one another, to start clusters from: the first by chance, each further
 * one with a probability in proportion to its squared distance from the nearest so far (k-means++).
 * Of some that are drawn so, 2 + ln k of them, the one that leaves the smallest sum of distances.
 *
 * @param chosen the numbers of the seeds
 * @param nearest for each point, which of the seeds (0 to k − 1) is nearest
 * @see <a href="https://theory.stanford.edu/~sergei/papers/kMeansPP-soda.pdf">Arthur and
 *     Vassilvitskii 2007</a> (section 2.2, with the several trials of their conclusion)
 */
record Seeds(int[] chosen, int[] nearest) {
  static Seeds of(Points points, int seeds, RandomStream stream) {
    Search search = new Search(points, seeds);
    search.take(stream.nextInt(points.count()));
    while (search.taken < seeds) {
      search.take(search.best(2 + (int) Math.log(seeds), stream));
    }
    return new Seeds(search.chosen, search.nearest);
  }

  private static final class Search {
    private final Points points;
    private final int[] chosen;
    private final int[] nearest;
    private final double[] distances;
    private int taken;

    Search(Points points, int seeds) {
      this.points = points;
      this.chosen = new int[seeds];
      this.nearest = new int[points.count()];
      this.distances = new double[points.count()];
      Arrays.fill(distances, Double.POSITIVE_INFINITY);
    }

    void take(int seed) {
      for (int i = 0; i < distances.length; i++) {
        double distance = squared(seed, i);
        if (distance < distances[i]) {
          distances[i] = distance;
          nearest[i] = taken;
        }
      }
      chosen[taken++] = seed;
    }

    int best(int trials, RandomStream stream) {
      int best = 0;
      double smallest = Double.POSITIVE_INFINITY;
      for (int trial = 0; trial < trials; trial++) {
        int drawn = draw(stream);
        double left = left(drawn);
        if (left < smallest) {
          smallest = left;
          best = drawn;
        }
      }
      return best;
    }

    private int draw(RandomStream stream) {
      double sum = Arrays.stream(distances).sum();
      double drawn = stream.nextDouble() * sum;
      for (int i = 0; i < distances.length; i++) {
        drawn -= distances[i];
        if (drawn < 0) {
          return i;
        }
      }
      return stream.nextInt(distances.length); // all points are seeds already, or equal to one
    }

    /** What the distances would sum to with one seed more. */
    private double left(int seed) {
      double sum = 0;
      for (int i = 0; i < distances.length; i++) {
        sum += Math.min(distances[i], squared(seed, i));
      }
      return sum;
    }

    private double squared(int a, int b) {
      float[] values = points.values();
      int size = points.size();
      double sum = 0;
      for (int i = 0; i < size; i++) {
        double apart = (double) values[a * size + i] - values[b * size + i];
        sum += apart * apart;
      }
      return sum;
    }
  }
}
