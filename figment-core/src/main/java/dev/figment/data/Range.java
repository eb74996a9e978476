package dev.figment.data;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;

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

  /** The same for floats that hold bytes, overwriting them. */
  Tensor scale(Tensor pixels) {
    return pixels.scale(1.0 / divisor).shift(low);
  }

  /** Back to values from 0 to 255, for pictures; what lies beyond the range is clipped later. */
  public Tensor toPixels(Tensor x) {
    return x.minus(low).times(divisor);
  }

  /**
   * The bytes of pictures, as an {@link ImageSet} has them: rounded, clipped, channels last.
   *
   * @param x in this range: images (examples, channels, height, width), or vectors
   */
  public byte[] toBytes(Tensor x) {
    try (Scope scope = Scope.open()) {
      Tensor pixels = toPixels(x);
      return (pixels.rank() == 4 ? pixels.permute(0, 2, 3, 1) : pixels).toBytes();
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return name;
  }
}
