package dev.figment.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A scale of numbers along one side of a chart, with its ticks at round numbers.
 *
 * @param low the number at the beginning
 * @param high the number at the end, above low
 * @param step how far the ticks are from one another
 */
record Axis(double low, double high, double step) {
  private static final double[] ROUND = {1, 2, 5, 10};

  /** Just as far as the values go. */
  static Axis tight(double lowest, double highest, int ticks) {
    double room = lowest < highest ? 0 : lowest == 0 ? 1 : Math.abs(lowest) * 0.1;
    double low = lowest - room;
    double high = highest + room;
    return new Axis(low, high, step((high - low) / ticks));
  }

  /** A little further than the values go, so that lines keep clear of the edges. */
  static Axis roomy(double lowest, double highest, int ticks) {
    double room = (highest - lowest) * 0.06;
    return tight(lowest - room, highest + room, ticks);
  }

  private static double step(double wanted) {
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    for (double round : ROUND) {
      if (round * power >= wanted) {
        return round * power;
      }
    }
    return 10 * power;
  }

  /** Where a number stands: 0 at the beginning, 1 at the end, and never beyond. */
  double at(double value) {
    return Math.min(1, Math.max(0, (value - low) / (high - low)));
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** The number as its tick is labeled, with as many decimals as the step needs. */
  String label(double tick) {
    double largest = Math.max(Math.abs(low), Math.abs(high));
    if (largest >= 1e7 || step < 1e-4) {
      return String.format(Locale.ROOT, "%.3g", tick);
    }
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return String.format(Locale.ROOT, "%,." + decimals + "f", tick);
  }

  /** A single number in four digits or so. */
  static String brief(double value) {
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size >= 1000 && size < 1e7 ? "%,.0f" : "%.4g", value);
  }
}
