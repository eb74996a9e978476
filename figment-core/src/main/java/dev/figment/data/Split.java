package dev.figment.data;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which part of a set: what networks learn from, or what they never see. */
public enum Split {
  /** What networks learn from. */
  TRAIN("train"),

  /** What they never see. */
  TEST("test");

  private final String name;

  Split(String name) {
    this.name = name;
  }

  /** The other one of the two. */
  public Split other() {
    return this == TRAIN ? TEST : TRAIN;
  }

  @JsonValue
  @Override
  public String toString() {
    return name;
  }
}
