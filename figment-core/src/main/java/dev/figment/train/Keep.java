package dev.figment.train;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How many checkpoints stay: a number of the newest, or {@code all}. Of all, the newest two can be
 * trained on; of earlier ones the weights alone are left.
 *
 * @param newest at least 2; null for all
 */
public record Keep(@Nullable Integer newest) {
  private static final String ALL_NAME = "all";
  private static final int FEWEST = 2;

  /** Every checkpoint stays. */
  public static final Keep ALL = new Keep((Integer) null);

  public Keep {
    require(
        newest == null || newest >= FEWEST,
        "watch.checkpoints.keep: expected at least %d, got %s",
        FEWEST,
        newest);
  }

  /** From a recipe: a whole number, or {@code all}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Keep of(Object value) {
    String text = String.valueOf(value);
    if (text.equals(ALL_NAME)) {
      return ALL;
    }
    require(
        text.matches("\\d{1,9}"),
        "watch.checkpoints.keep: expected a whole number of at least %d, or all, got %s",
        FEWEST,
        text);
    return new Keep(Integer.valueOf(text));
  }

  /** Whether none is deleted. */
  public boolean isAll() {
    return newest == null;
  }

  /** How many of the newest can be trained on. */
  public int resumable() {
    return newest == null ? FEWEST : newest;
  }

  @JsonValue
  public Object toJson() {
    return newest == null ? (Object) ALL_NAME : newest;
  }

  @Override
  public String toString() {
    return String.valueOf(toJson());
  }
}
