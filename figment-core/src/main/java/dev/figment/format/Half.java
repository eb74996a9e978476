package dev.figment.format;

/** IEEE 754 half precision: 1 bit of sign, 5 of exponent, 10 of fraction. */
final class Half {
  private static final float SMALLEST = 0x1p-24f;

  private Half() {}

  /** The same number as a float; exact, since every half is one. */
  static float toFloat(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    float size =
        switch (exponent) {
          case 0 -> fraction * SMALLEST;
          case 31 -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
          default -> Float.intBitsToFloat((exponent + 112) << 23 | fraction << 13);
        };
    return bits < 0 ? -size : size;
  }
}
