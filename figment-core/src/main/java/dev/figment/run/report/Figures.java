package dev.figment.run.report;

import static java.util.Locale.ROOT;

import dev.figment.metric.Estimate;
import dev.figment.metric.SignificantDigits;
import dev.figment.nn.Shape;

/** Numbers as they stand in a page. */
final class Figures {
  private Figures() {}

  /** {@code 60,000}. */
  static String count(long number) {
    return String.format(ROOT, "%,d", number);
  }

  /** {@code 28×28×1}, {@code 2 numbers}. */
  static String shape(Shape shape) {
    return shape.isVector() ? count(shape.count()) + " numbers" : shape.toString();
  }

  /** Four digits: {@code 0.01342}, {@code 98.31}. */
  static String brief(double value) {
    return to(SignificantDigits.decimals(value, 4), value);
  }

  /** At most two decimals, without zeros at the end: {@code 0.02}, {@code 359.81}, {@code 50}. */
  static String amount(double value) {
    return String.format(ROOT, "%,.2f", value).replaceAll("\\.?0+$", "");
  }

  /** As many decimals as two digits of its error have, where that is known. */
  static String value(Estimate estimate) {
    return to(decimals(estimate), estimate.mean());
  }

  /** {@code 9.81 to 10.43}; empty where it is not known. */
  static String interval(Estimate estimate) {
    return Double.isFinite(estimate.standardError())
        ? to(decimals(estimate), estimate.low()) + " to " + to(decimals(estimate), estimate.high())
        : "";
  }

  /** {@code " ± 0.16"}, its standard error; empty where it is not known. */
  static String error(Estimate estimate) {
    double error = estimate.standardError();
    return error > 0 ? " ± " + to(SignificantDigits.decimals(error, 2), error) : "";
  }

  private static int decimals(Estimate estimate) {
    return estimate.standardError() > 0
        ? SignificantDigits.decimals(estimate.standardError(), 2)
        : SignificantDigits.decimals(estimate.mean(), 4);
  }

  private static String to(int decimals, double value) {
    return String.format(ROOT, "%,." + Math.min(decimals, 12) + "f", value);
  }

  /** {@code 1 h 16 min}, {@code 2 min 59 s}, {@code 12 s}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= 3600) {
      return "%d h %d min".formatted(whole / 3600, whole / 60 % 60);
    }
    return whole >= 60 ? "%d min %d s".formatted(whole / 60, whole % 60) : whole + " s";
  }

  /** {@code step 5,622 · 359.81 kimg}. */
  static String time(long step, double kimg) {
    String steps = "step " + count(step);
    return Double.isFinite(kimg) ? "%s · %s kimg".formatted(steps, amount(kimg)) : steps;
  }
}
