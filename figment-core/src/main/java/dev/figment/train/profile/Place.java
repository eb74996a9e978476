package dev.figment.train.profile;

/**
 * Where time goes.
 *
 * @param phase its name; empty outside of phases
 * @param name a layer as {@code generator/3 conv2d}, or a part of the step
 */
record Place(String phase, String name, Direction direction) {
  /** Which way a layer is gone through. */
  enum Direction {
    FORWARD,
    BACKWARD
  }

  /** A part of a step without a way back. */
  static Place of(String name) {
    return new Place("", name, Direction.FORWARD);
  }

  Place backward() {
    return new Place(phase, name, Direction.BACKWARD);
  }
}
