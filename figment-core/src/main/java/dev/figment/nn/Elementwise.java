package dev.figment.nn;

/** A layer that leaves the shape of its input alone. */
public interface Elementwise extends Layer {
  @Override
  default Shape outputShape(Shape input) {
    return input;
  }
}
