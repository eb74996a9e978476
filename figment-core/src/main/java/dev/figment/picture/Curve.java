package dev.figment.picture;

import static dev.figment.UsageException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A named series of numbers over time; a number that is not finite is a gap.
 *
 * @param time steps, or thousands of real images shown: never falling
 */
record Curve(String name, double[] time, double[] values) {
  Curve {
    require(
        time.length == values.length,
        "chart: series %s: expected as many values as times (%d), got %d",
        name,
        time.length,
        values.length);
    for (int i = 0; i < time.length; i++) {
      require(
          Double.isFinite(time[i]) && (i == 0 || time[i] >= time[i - 1]),
          "chart: series %s: expected times that never fall, got %s at %d",
          name,
          time[i],
          i);
    }
    time = time.clone();
    values = values.clone();
  }

  boolean isEmpty() {
    return Arrays.stream(values).noneMatch(Double::isFinite);
  }

  /**
   * An exponential moving average over time: a value that is {@code constant} old counts 1/e of a
   * new one. Gaps stay gaps.
   */
  Curve smoothed(double constant) {
    double[] smooth = new double[values.length];
    double sum = 0;
    double weight = 0;
    double last = 0;
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] = Double.NaN;
      if (Double.isFinite(values[i])) {
        double decay = constant > 0 ? Math.exp((last - time[i]) / constant) : 0;
        sum = sum * decay + values[i];
        weight = weight * decay + 1;
        last = time[i];
        smooth[i] = sum / weight;
      }
    }
    return new Curve(name, time, smooth);
  }

  /** The time of the last value. */
  double end() {
    return time[time.length - 1];
  }

  /** The values but for gaps and the outermost hundredth at either end. */
  DoubleStream withoutExtremes() {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    int extremes = sorted.length / 100;
    return Arrays.stream(sorted, extremes, sorted.length - extremes);
  }

  /** The last number that is no gap. */
  double last() {
    for (int i = values.length - 1; i >= 0; i--) {
      if (Double.isFinite(values[i])) {
        return values[i];
      }
    }
    return Double.NaN;
  }

  /** The stretches without gaps, as indices [from, to). */
  List<int[]> stretches() {
    List<int[]> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= values.length; i++) {
      if (i == values.length || !Double.isFinite(values[i])) {
        if (i > from) {
          stretches.add(new int[] {from, i});
        }
        from = i + 1;
      }
    }
    return stretches;
  }

  /** The lowest and highest of each of so many equal parts of the x axis: as much as is seen. */
  Curve thinned(int parts) {
    if (values.length <= 4 * parts) {
      return this;
    }
    double start = time[0];
    double part = (time[time.length - 1] - start) / parts;
    List<Integer> kept = new ArrayList<>();
    for (int from = 0, to = 0; from < values.length; from = to) {
      long here = (long) ((time[from] - start) / part);
      while (to < values.length && (long) ((time[to] - start) / part) == here) {
        to++;
      }
      keepExtremes(from, to, kept);
    }
    return new Curve(
        name,
        kept.stream().mapToDouble(i -> time[i]).toArray(),
        kept.stream().mapToDouble(i -> values[i]).toArray());
  }

  private void keepExtremes(int from, int to, List<Integer> kept) {
    int lowest = from;
    int highest = from;
    for (int i = from; i < to; i++) {
      if (!Double.isFinite(values[i])) {
        kept.add(i);
        return;
      }
      lowest = values[i] < values[lowest] ? i : lowest;
      highest = values[i] > values[highest] ? i : highest;
    }
    kept.add(Math.min(lowest, highest));
    if (lowest != highest) {
      kept.add(Math.max(lowest, highest));
    }
  }
}
