package dev.figment.cli.option;

import java.math.BigDecimal;

/** Numbers as they were typed. */
public final class PlainDecimal {
  private PlainDecimal() {}

  /** {@code 4} rather than {@code 4.0}. */
  public static String of(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
