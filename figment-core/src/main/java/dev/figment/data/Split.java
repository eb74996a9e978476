package dev.figment.data;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which part of a set: what networks learn from, or what they never see. */
public enum Split {
  TRAIN("train"),
  TEST("test");

  private final String name;

  Split(String name) {
    this.name = name;
  }

  public Split other() {
    return this == TRAIN ? TEST : TRAIN;
  }

  @JsonValue
  @Override
  public String toString() {
    return name;
  }
}
