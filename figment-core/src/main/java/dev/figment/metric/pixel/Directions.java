package dev.figment.metric.pixel;

import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Directions of a space, on which points are projected.
 *
 * @param values of all directions, one after the other
 * @param size how many numbers each has
 */
record Directions(float[] values, int size) {
  /** Projections of both sets that are held at once, 4 bytes each: a third of a gigabyte. */
  private static final long MOST_PROJECTIONS = 84_000_000;

  /** Of length 1, uniform over the sphere. */
  static Directions random(int count, int size, RandomStream stream) {
    float[] values = Noise.normals(stream, Math.multiplyExact(count, size));
    for (int start = 0; start < values.length; start += size) {
      double squares = 0;
      for (int i = start; i < start + size; i++) {
        squares += (double) values[i] * values[i];
      }
      for (int i = start; i < start + size; i++) {
        values[i] = (float) (values[i] / Math.sqrt(squares));
      }
    }
    return new Directions(values, size);
  }

  int count() {
    return values.length / size;
  }

  /**
   * Along each direction the Wasserstein distance of two sets of as many patches: the mean of |aᵢ −
   * bᵢ| over their sorted projections.
   *
   * @param done is told how many directions are
   */
  double[] distances(Patches a, Patches b, IntConsumer done) {
    double[] distances = new double[count()];
    int atOnce = (int) Math.max(1, Math.min(count(), MOST_PROJECTIONS / (2L * a.count())));
    int[][] alongA = new int[atOnce][a.count()];
    int[][] alongB = new int[atOnce][a.count()];
    for (int start = 0; start < count(); start += atOnce) {
      int now = Math.min(atOnce, count() - start);
      int first = start;
      try (Scope scope = Scope.open()) {
        Tensor some = some(start, start + now);
        a.project(some, alongA);
        b.project(some, alongB);
      }
      IntStream.range(0, now)
          .parallel()
          .forEach(i -> distances[first + i] = distance(alongA[i], alongB[i]));
      done.accept(start + now);
    }
    return distances;
  }

  private Tensor some(int from, int to) {
    return Tensor.of(Arrays.copyOfRange(values, from * size, to * size), to - from, size);
  }

  private static double distance(int[] keysOfA, int[] keysOfB) {
    int[] a = SortedFloats.sort(keysOfA);
    int[] b = SortedFloats.sort(keysOfB);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(SortedFloats.value(a[i]) - SortedFloats.value(b[i]));
    }
    return sum / a.length;
  }
}
