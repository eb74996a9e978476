package dev.figment.nn;

import static dev.figment.UsageException.require;

import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The shape of one example, channels last as in Keras and without the batch: an image is (height,
 * width, channels), a sequence (steps, features), a vector (units).
 */
public final class Shape {
  private final int[] sizes;

  private Shape(int... sizes) {
    require(sizes.length >= 1 && sizes.length <= 3, "shape: 1 to 3 sizes, got %d", sizes.length);
    double count = 1;
    for (int size : sizes) {
      require(size >= 1, "shape: sizes must be at least 1, got %s", Arrays.toString(sizes));
      count *= size;
    }
    require(
        count <= Integer.MAX_VALUE,
        "shape: an example holds at most 2147483647 numbers, got %s",
        Arrays.toString(sizes));
    this.sizes = sizes.clone();
  }

  public static Shape vector(int units) {
    return new Shape(units);
  }

  public static Shape sequence(int steps, int features) {
    return new Shape(steps, features);
  }

  public static Shape image(int height, int width, int channels) {
    return new Shape(height, width, channels);
  }

  public static Shape of(int... sizes) {
    return new Shape(sizes);
  }

  public int rank() {
    return sizes.length;
  }

  public int size(int axis) {
    return sizes[axis];
  }

  public boolean isVector() {
    return sizes.length == 1;
  }

  public boolean isSequence() {
    return sizes.length == 2;
  }

  public boolean isImage() {
    return sizes.length == 3;
  }

  public int height() {
    return sizes[0];
  }

  public int width() {
    return sizes[1];
  }

  /** The last size: channels of an image, features of a sequence, units of a vector. */
  public int channels() {
    return sizes[sizes.length - 1];
  }

  /** How many numbers one example holds. */
  public int count() {
    int count = 1;
    for (int size : sizes) { // asked for each example: a stream costs more than what follows
      count = Math.multiplyExact(count, size);
    }
    return count;
  }

  public int[] sizes() {
    return sizes.clone();
  }

  /** Whether a batch holds examples of this shape; images as (examples, channels, …). */
  boolean isOf(Tensor batch) {
    boolean is = batch.rank() == sizes.length + 1;
    for (int axis = 0; is && axis < sizes.length; axis++) {
      is = batch.size(batchAxis(axis)) == sizes[axis];
    }
    return is;
  }

  /**
   * Where an axis of an example is in a batch of them: an image's channels come before its rows.
   */
  private int batchAxis(int axis) {
    return isImage() ? (axis + 1) % 3 + 1 : axis + 1;
  }

  /** The sizes of a batch, as messages say them: {@code (examples, 3, 28, 28)}. */
  String batchSizes() {
    int[] inOrder = new int[sizes.length];
    for (int axis = 0; axis < sizes.length; axis++) {
      inOrder[batchAxis(axis) - 1] = sizes[axis];
    }
    return Arrays.stream(inOrder)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", ", "(examples, ", ")"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  /** As read aloud: {@code 28×28×1}. */
  @Override
  public String toString() {
    return Arrays.stream(sizes).mapToObj(String::valueOf).collect(Collectors.joining("×"));
  }
}
