package dev.figment.latent;

import static dev.figment.UsageException.require;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many of some values lie in each of equal intervals, the last of which includes its end.
 *
 * @param low where the first interval begins
 * @param high where the last ends, above low
 * @param shares of the values, an interval each, from 0 to 1
 */
public record Histogram(double low, double high, List<Double> shares) {
  public Histogram {
    require(low < high, "histogram: expected low below high, got %s and %s", low, high);
    require(!shares.isEmpty(), "histogram: expected at least one interval, got none");
    shares = List.copyOf(shares);
  }

  /**
   * Counts values.
   *
   * @param values at least one, each from low to high
   * @param bins how many intervals, at least 1
   */
  public static Histogram of(double[] values, double low, double high, int bins) {
    require(bins >= 1, "histogram: bins must be at least 1, got %d", bins);
    require(values.length > 0, "histogram: expected at least one value, got none");
    long[] counts = new long[bins];
    for (double value : values) {
      require(
          value >= low && value <= high,
          "histogram: expected values from %s to %s, got %s",
          low,
          high,
          value);
      counts[(int) Math.min(bins - 1, (value - low) / (high - low) * bins)]++;
    }
    return new Histogram(
        low,
        high,
        IntStream.range(0, bins).mapToObj(i -> (double) counts[i] / values.length).toList());
  }
}
