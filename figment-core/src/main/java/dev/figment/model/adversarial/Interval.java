package dev.figment.model.adversarial;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.List;

/** A number, or [low, high] from which one is drawn uniformly for each example. */
public record Interval(double low, double high) {
  public Interval {
    require(
        low <= high && Double.isFinite(high - low),
        "targets: expected [low, high], got [%s, %s]",
        low,
        high);
  }

  /** From a recipe: a number or a list of two. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Interval of(Object value) {
    if (value instanceof List<?> bounds) {
      require(bounds.size() == 2, "targets: expected a number or [low, high], got %s", bounds);
      return new Interval(number(bounds.get(0)), number(bounds.get(1)));
    }
    return new Interval(number(value), number(value));
  }

  private static double number(Object value) {
    try {
      return Double.parseDouble(String.valueOf(value));
    } catch (NumberFormatException e) {
      require(false, "targets: expected a number or [low, high], got %s", value);
      return 0;
    }
  }

  /** One value for each example (examples, 1). */
  Tensor draw(RandomStream stream, int examples) {
    return low == high
        ? Tensor.full(low, examples, 1)
        : Noise.uniform(stream, low, high, examples, 1);
  }

  public double middle() {
    return (low + high) / 2;
  }

  @JsonValue
  public Object toJson() {
    return low == high ? (Object) low : List.of(low, high);
  }
}
