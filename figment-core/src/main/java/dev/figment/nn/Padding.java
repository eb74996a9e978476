package dev.figment.nn;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.tensor.Edges;
import java.util.Locale;

/**
 * How a window meets the edges of an image: {@code valid} stays inside, {@code same} pads with
 * zeros so that stride 1 keeps the size. Keras's arithmetic, where an odd pixel goes to the end.
 */
public enum Padding {
  SAME,
  VALID;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many windows fit along an axis; less than 1 where none does. */
  int windows(int size, int kernel, int stride) {
    return this == SAME ? (size - 1) / stride + 1 : Math.floorDiv(size - kernel, stride) + 1;
  }

  /** What is added around an image of this size. */
  Edges around(int height, int width, int kernel, int stride) {
    int vertical = total(height, kernel, stride);
    int horizontal = total(width, kernel, stride);
    return new Edges(
        vertical / 2, vertical - vertical / 2, horizontal / 2, horizontal - horizontal / 2);
  }

  private int total(int size, int kernel, int stride) {
    return this == VALID
        ? 0
        : Math.max(0, (windows(size, kernel, stride) - 1) * stride - size + kernel);
  }

  /**
   * The size that a transposed convolution gives along an axis.
   *
   * @throws ArithmeticException if it is above 2147483647
   */
  int transposedSize(int size, int kernel, int stride) {
    int inside = Math.multiplyExact(size, stride);
    return this == SAME ? inside : Math.addExact(inside, Math.max(kernel - stride, 0));
  }

  /** What a transposed convolution takes off its full result; negative where it appends zeros. */
  Edges crop(int kernel, int stride) {
    int surplus = kernel - stride;
    if (this == VALID) {
      int after = Math.min(surplus, 0);
      return new Edges(0, after, 0, after);
    }
    int before = Math.max(surplus, 0) / 2;
    return new Edges(before, surplus - before, before, surplus - before);
  }
}
