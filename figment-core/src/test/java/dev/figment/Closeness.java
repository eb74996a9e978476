package dev.figment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.tensor.Tensor;

/** Equality of two computations in float32: within 1e-5 of the larger of 1 and the value. */
public final class Closeness {
  private static final double TOLERANCE = 1e-5;
  private static final double ROUNDING = 0x1p-24;

  private Closeness() {}

  public static void assertClose(String what, Tensor actual, float... expected) {
    assertClose(what, actual.toArray(), expected);
  }

  /** A batch as layers give it against values written channels last. */
  public static void assertCloseBatch(String what, Tensor actual, float... expected) {
    Tensor asWritten = actual.rank() == 4 ? actual.permute(0, 2, 3, 1) : actual;
    assertClose(what, asWritten.toArray(), expected);
  }

  public static void assertClose(String what, float[] actual, float... expected) {
    assertCloseSums(what, 0, actual, expected);
  }

  /**
   * Each value is a sum of so many terms near 1, added in an order of its own: what rounding adds
   * up to is allowed where it is more than the usual.
   */
  public static void assertCloseSums(String what, long terms, float[] actual, float... expected) {
    assertThat(actual.length).as(what + ": how many values").isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      double allowed = Math.max(TOLERANCE * Math.max(1, Math.abs(expected[i])), terms * ROUNDING);
      assertThat(Math.abs((double) actual[i] - expected[i]) <= allowed)
          .as("%s, value %d: expected %s, got %s", what, i, expected[i], actual[i])
          .isTrue();
    }
  }
}
