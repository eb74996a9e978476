package dev.figment.metric.pixel;

import dev.figment.tensor.RandomStream;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The bootstrap of figures that are no means. */
final class Resamples {
  private static final int COUNT = 200;

  private Resamples() {}

  /**
   * The standard deviation of a figure over 200 resamples.
   *
   * @param resampled draws one and gives its figure
   * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron 1979</a>
   */
  static double standardError(RandomStream stream, ToDoubleFunction<RandomStream> resampled) {
    double[] figures =
        IntStream.range(0, COUNT).mapToDouble(i -> resampled.applyAsDouble(stream)).toArray();
    double mean = Arrays.stream(figures).sum() / COUNT;
    double squares = Arrays.stream(figures).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (COUNT - 1));
  }

  /** As many of these values, each drawn from all of them. */
  static double[] of(double[] values, RandomStream stream) {
    return stream.ints(values.length, 0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
