package dev.figment.cli;

import java.math.BigDecimal;

/** Numbers as they were typed. */
final class Numbers {
  private Numbers() {}

  /** {@code 4} rather than {@code 4.0}. */
  static String brief(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
