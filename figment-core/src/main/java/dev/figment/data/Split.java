package dev.figment.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** Which part of a set: what networks learn from, what they never see, or both. */
public enum Split {
  /** What networks learn from. */
  TRAIN("train"),

  /** What they never see. */
  TEST("test"),

  /** Both, the examples of {@link #TRAIN} first: then nothing is left that was never seen. */
  ALL("all");

  private final String name;

  Split(String name) {
    this.name = name;
  }

  /** The parts that a set is read in: itself, or of {@link #ALL} the two. */
  public List<Split> parts() {
    return this == ALL ? List.of(TRAIN, TEST) : List.of(this);
  }

  @JsonValue
  @Override
  public String toString() {
    return name;
  }
}
