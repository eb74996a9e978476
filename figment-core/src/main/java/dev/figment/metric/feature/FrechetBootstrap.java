package dev.figment.metric.feature;

import dev.figment.latent.Points;
import dev.figment.tensor.Doubles;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fréchet distances of resamples of generated images. With y = Lᵀ·(x − m), made once for all of
 * them, Lᵀ·S·L of a resample is the covariance of its y: a single product, of those images only
 * that were drawn, each weighted by how often.
 */
final class FrechetBootstrap {
  private static final int PART = 4096; // images at once

  private final Points generated;
  private final double[] mean;
  private final FrechetDistance.Target target;
  private final Tensor projected;

  /** Of the innermost open scope. */
  FrechetBootstrap(Points generated, FeatureStatistics statistics, FrechetDistance.Target target) {
    this.generated = generated;
    this.mean = statistics.mean();
    this.target = target;
    this.projected = Doubles.zeros(generated.count(), generated.size());
    project();
  }

  private void project() {
    Tensor middle = Doubles.of(mean, mean.length);
    for (int start = 0; start < generated.count(); start += PART) {
      int end = Math.min(generated.count(), start + PART);
      try (Scope scope = Scope.open()) {
        Tensor part = generated.doubles(start, end).minus(middle).matmul(target.root());
        projected.narrow(0, start, end - start).copyFrom(part);
      }
    }
  }

  /** The standard deviation of the distances of so many resamples. */
  double deviation(int resamples, long seed) {
    RandomStream stream = RandomStream.named("frechet", seed);
    double[] distances =
        IntStream.range(0, resamples).mapToDouble(i -> distance(draw(stream))).toArray();
    double middle = Arrays.stream(distances).average().orElseThrow();
    double squares = Arrays.stream(distances).map(x -> (x - middle) * (x - middle)).sum();
    return Math.sqrt(squares / (resamples - 1));
  }

  /** How often each image is drawn. */
  private int[] draw(RandomStream stream) {
    int[] times = new int[generated.count()];
    for (int i = 0; i < times.length; i++) {
      times[stream.nextInt(times.length)]++;
    }
    return times;
  }

  private double distance(int[] times) {
    int n = times.length;
    double[] shift = shift(times);
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += times[i] == 0 ? 0 : times[i] * squaredDistance(i, shift);
    }
    double[] shifted = shift.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += mean[i];
    }
    try (Scope scope = Scope.open()) {
      Tensor off = Doubles.of(shift, 1, shift.length).matmul(target.root());
      Tensor product = squares(times).add(off.permute(1, 0).matmul(off), -n).scale(1.0 / (n - 1));
      return target.squaredDistance(shifted, trace / (n - 1), product);
    }
  }

  /** How far the mean of a resample is from that of all. */
  private double[] shift(int[] times) {
    double[] shift = new double[mean.length];
    for (int i = 0; i < times.length; i++) {
      for (int j = 0; times[i] > 0 && j < shift.length; j++) {
        shift[j] += times[i] * (generated.values()[i * shift.length + j] - mean[j]);
      }
    }
    return Arrays.stream(shift).map(each -> each / times.length).toArray();
  }

  private double squaredDistance(int image, double[] shift) {
    double sum = 0;
    for (int j = 0; j < shift.length; j++) {
      double apart = generated.values()[image * shift.length + j] - mean[j] - shift[j];
      sum += apart * apart;
    }
    return sum;
  }

  /** Σ times·y·yᵀ. */
  private Tensor squares(int[] times) {
    int[] drawn = IntStream.range(0, times.length).filter(i -> times[i] > 0).toArray();
    Tensor sum = Doubles.zeros(mean.length, mean.length);
    for (int start = 0; start < drawn.length; start += PART) {
      int[] part = Arrays.copyOfRange(drawn, start, Math.min(drawn.length, start + PART));
      try (Scope scope = Scope.open()) {
        long[] numbers = Arrays.stream(part).asLongStream().toArray();
        double[] roots = Arrays.stream(part).mapToDouble(i -> Math.sqrt(times[i])).toArray();
        Tensor rows = projected.rows(Tensor.ofLongs(numbers, numbers.length));
        Tensor weighted = rows.times(Doubles.of(roots, roots.length, 1));
        sum.add(weighted.permute(1, 0).matmul(weighted), 1);
      }
    }
    return sum;
  }
}
