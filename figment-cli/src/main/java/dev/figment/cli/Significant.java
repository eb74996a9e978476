package dev.figment.cli;

import java.util.Locale;

/** Numbers with the digits that mean something. */
final class Significant {
  private Significant() {}

  /** Four of them: {@code 0.01342}, {@code 98.31}. */
  static String digits(double value) {
    return to(decimals(value, 4), value);
  }

  /** Two of an error: {@code 0.25}. */
  static String error(double error) {
    return error > 0 ? to(decimals(error, 2), error) : "-";
  }

  /** As many decimals as the value's error has, where it is known. */
  static String digits(double value, double error) {
    return error > 0 ? to(decimals(error, 2), value) : digits(value);
  }

  private static int decimals(double value, int digits) {
    double size = Math.abs(value);
    return size > 0 && Double.isFinite(size)
        ? (int) Math.max(0, digits - 1 - Math.floor(Math.log10(size)))
        : digits - 1;
  }

  private static String to(int decimals, double value) {
    return String.format(Locale.ROOT, "%." + Math.min(decimals, 12) + "f", value);
  }
}
