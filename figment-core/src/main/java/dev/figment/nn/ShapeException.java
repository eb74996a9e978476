package dev.figment.nn;

import dev.figment.ExitCode;
import dev.figment.FigmentException;
import org.jspecify.annotations.Nullable;

/** A layer cannot take the input it is given: where, what was expected, what came, the remedy. */
public final class ShapeException extends FigmentException {
  private final @Nullable String place;
  private final String expected;
  private final Object got;
  private final String remedy;

  public ShapeException(String expected, Object got, String remedy) {
    this(null, expected, got, remedy);
  }

  private ShapeException(@Nullable String place, String expected, Object got, String remedy) {
    super(
        ExitCode.USAGE,
        "%sexpected %s, got %s. %s"
            .formatted(place == null ? "" : place + ": ", expected, got, remedy));
    this.place = place;
    this.expected = expected;
    this.got = got;
    this.remedy = remedy;
  }

  /** The same, naming the place around the one that it names: {@code generator/3 conv2d}. */
  ShapeException at(String around) {
    String whole = place == null ? around : around + "/" + place;
    return new ShapeException(whole, expected, got, remedy);
  }

  static void requireImage(Shape input) {
    if (!input.isImage()) {
      throw new ShapeException(
          "an image (height, width, channels)", input, "Put a reshape before it.");
    }
  }

  static void requireSequence(Shape input) {
    if (!input.isSequence()) {
      throw new ShapeException(
          "a sequence (steps, features)", input, "Put a reshape or repeatVector before it.");
    }
  }

  static void requireVector(Shape input) {
    if (!input.isVector()) {
      throw new ShapeException("a vector", input, "Put flatten before it.");
    }
  }
}
