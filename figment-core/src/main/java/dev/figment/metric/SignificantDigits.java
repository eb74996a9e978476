package dev.figment.metric;

import java.util.Locale;

/** Numbers with the digits that mean something. */
public final class SignificantDigits {
  private SignificantDigits() {}

  /** Four of them: {@code 0.01342}, {@code 98.31}. */
  public static String of(double value) {
    return to(decimals(value, 4), value);
  }

  /** Two of an error: {@code 0.25}. */
  public static String error(double error) {
    return error > 0 ? to(decimals(error, 2), error) : "-";
  }

  /** As many decimals as the value's error has, where it is known. */
  public static String of(double value, double error) {
    return error > 0 ? to(decimals(error, 2), value) : of(value);
  }

  /** How many decimals have so many digits of a value before zeros. */
  public static int decimals(double value, int digits) {
    double size = Math.abs(value);
    return size > 0 && Double.isFinite(size)
        ? (int) Math.max(0, digits - 1 - Math.floor(Math.log10(size)))
        : digits - 1;
  }

  private static String to(int decimals, double value) {
    return String.format(Locale.ROOT, "%." + Math.min(decimals, 12) + "f", value);
  }
}
