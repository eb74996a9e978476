package dev.figment.data;

import com.fasterxml.jackson.annotation.JsonValue;

/** The interval that pixels are brought to before a network sees them. */
public enum Range {
  /** x / 255, for networks that end in a sigmoid. */
  ZERO_TO_ONE("zeroToOne", 0, 255),
  /** x / 127.5 - 1, for networks that end in a tanh. */
  MINUS_ONE_TO_ONE("minusOneToOne", -1, 127.5f);

  private final String name;
  private final float low;
  private final float divisor;

  Range(String name, float low, float divisor) {
    this.name = name;
    this.low = low;
    this.divisor = divisor;
  }

  /** What black becomes; white becomes 1 in every range. */
  public float low() {
    return low;
  }

  /** The number that a pixel's byte becomes. */
  public float of(byte pixel) {
    return (pixel & 0xff) / divisor + low;
  }

  @JsonValue
  @Override
  public String toString() {
    return name;
  }
}
