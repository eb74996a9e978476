package dev.figment.latent;

import dev.figment.tensor.Distances;
import dev.figment.tensor.Doubles;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * How near points are to one another, as probabilities: pⱼ|ᵢ ∝ exp(−βᵢ·‖xᵢ − xⱼ‖²), with βᵢ such
 * that the perplexity e^H(p·|ᵢ) is the one that was asked for, and pᵢⱼ = (pⱼ|ᵢ + pᵢ|ⱼ) / 2n.
 *
 * <p>Held once, in segments of rows that a processor's cache takes in: the numbers of point i with
 * the points from b·{@value #SEGMENT} on are {@code segment(b, i)}.
 *
 * @see <a href="https://jmlr.org/papers/v9/vandermaaten08a.html">van der Maaten and Hinton 2008,
 *     equation 1 and section 3.1</a> (no difference)
 */
final class Affinities {
  static final int SEGMENT = 512;

  /** Distances that are held at a time. */
  private static final int PART = 1 << 21;

  private final int n;
  private final float[][][] segments;

  private Affinities(int n) {
    this.n = n;
    int blocks = (n + SEGMENT - 1) / SEGMENT;
    this.segments = new float[blocks][n][];
    for (int block = 0; block < blocks; block++) {
      for (int row = 0; row < n; row++) {
        segments[block][row] = new float[Math.min(SEGMENT, n - block * SEGMENT)];
      }
    }
  }

  /**
   * The joint probabilities: symmetric, of sum 1, and 0 for a point with itself.
   *
   * @param perplexity below the number of points less 1
   */
  static Affinities of(Points points, double perplexity) {
    Affinities affinities = new Affinities(points.count());
    affinities.fill(points, Math.log(perplexity));
    affinities.symmetrize();
    return affinities;
  }

  private void fill(Points points, double entropy) {
    try (Scope scope = Scope.open()) {
      Tensor x = points.doubles(0, n).minus(Doubles.of(points.mean(), points.size()));
      Tensor lengths = Distances.squaredLengths(x);
      int rows = Math.max(1, PART / n);
      for (int first = 0; first < n; first += rows) {
        int count = Math.min(rows, n - first);
        double[] squared = squared(x, lengths, first, count);
        int start = first;
        IntStream.range(0, count)
            .parallel()
            .forEach(i -> put(start + i, Neighborhood.of(others(squared, i, start + i), entropy)));
      }
    }
  }

  private static double[] squared(Tensor x, Tensor lengths, int first, int count) {
    try (Scope scope = Scope.open()) {
      Tensor some = x.narrow(0, first, count);
      Tensor lengthsOfSome = lengths.narrow(0, first, count);
      return Doubles.toArray(Distances.squared(some, lengthsOfSome, x, lengths));
    }
  }

  /** A row of distances without the point's own. */
  private double[] others(double[] squared, int row, int self) {
    double[] others = new double[n - 1];
    System.arraycopy(squared, row * n, others, 0, self);
    System.arraycopy(squared, row * n + self + 1, others, self, n - 1 - self);
    return others;
  }

  private void put(int point, double[] others) {
    for (int i = 0; i < others.length; i++) {
      int other = i < point ? i : i + 1;
      segments[other / SEGMENT][point][other % SEGMENT] = (float) others[i];
    }
  }

  private void symmetrize() {
    IntStream.range(0, segments.length)
        .parallel()
        .forEach(
            block -> {
              for (int other = 0; other <= block; other++) {
                symmetrize(block, other);
              }
            });
  }

  /** The square of the points of two blocks, and the one across the diagonal. */
  private void symmetrize(int block, int other) {
    for (int i = 0; i < segments[block][0].length; i++) {
      float[] row = segments[other][block * SEGMENT + i];
      int end = block == other ? i : row.length;
      for (int j = 0; j < end; j++) {
        float[] column = segments[block][other * SEGMENT + j];
        float joint = (row[j] + column[i]) / (2 * n);
        row[j] = joint;
        column[i] = joint;
      }
    }
  }

  /** How many points there are. */
  int count() {
    return n;
  }

  int blocks() {
    return segments.length;
  }

  /** pᵢⱼ for the points j of a block; not to be changed. */
  float[] segment(int block, int i) {
    return segments[block][i];
  }
}
