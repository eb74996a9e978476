package dev.figment.train.profile;

import dev.figment.tensor.Convolution;
import dev.figment.tensor.Edges;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;

/**
 * How fast this machine is at most, by the engine with its threads: of float32 matrix products, and
 * of memory. Work takes at least the longer of operations/rate and bytes/bandwidth.
 *
 * <p>Numbers that stay in a cache between two layers move faster than that: what is small can beat
 * the bound.
 *
 * @param operationsPerSecond of a product of two matrices of 2048×2048 as a convolution of 1×1,
 *     which all threads share, the best of some
 * @param bytesPerSecond read and written by a copy of 64 MB, the best of some
 * @see <a href="https://doi.org/10.1145/1498765.1498785">Williams, Waterman and Patterson 2009</a>
 */
public record Roofline(double operationsPerSecond, double bytesPerSecond) {
  private static final int SIDE = 2048;
  private static final int COPIED = 1 << 24; // 64 MB, beyond the caches
  private static final double SECONDS = 0.6;

  /** Measures for about 1.5 s. */
  public static Roofline measure() {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      Tensor rows = Tensor.full(0.5, 1, SIDE, 1, SIDE).permute(0, 3, 1, 2);
      Tensor columns = Tensor.full(0.5, SIDE, SIDE, 1, 1);
      double product = fastest(() -> multiply(rows, columns));
      Tensor from = Tensor.full(0.5, COPIED);
      Tensor to = Tensor.zeros(COPIED);
      double copy = fastest(() -> to.copyFrom(from));
      double operations = 2.0 * SIDE * SIDE * SIDE;
      return new Roofline(operations / product, 2.0 * COPIED * Float.BYTES / copy);
    }
  }

  private static void multiply(Tensor rows, Tensor columns) {
    try (Scope scope = Scope.open()) {
      Convolution.apply(rows, columns, null, 1, Edges.NONE);
    }
  }

  /** The seconds of the fastest, twice at least. */
  private static double fastest(Runnable work) {
    work.run(); // pages and threads are there after it
    double best = Double.POSITIVE_INFINITY;
    double spent = 0;
    for (int i = 0; i < 2 || spent < SECONDS; i++) {
      long start = System.nanoTime();
      work.run();
      double seconds = (System.nanoTime() - start) / 1e9;
      best = Math.min(best, seconds);
      spent += seconds;
    }
    return best;
  }

  /** The least time for this work. */
  public double seconds(Work work) {
    return Math.max(work.operations() / operationsPerSecond, work.bytes() / bytesPerSecond);
  }
}
