package dev.figment.train;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a training does where a loss or a weight is not finite. No checkpoint ever holds one. */
public enum NonFinite {
  /** It ends, with exit code 3; the last checkpoint is as it was. */
  STOP("stop"),
  /** It goes on from the last checkpoint as {@link RollBack} says, three times at most. */
  ROLL_BACK("rollBack");

  private final String word;

  NonFinite(String word) {
    this.word = word;
  }

  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
