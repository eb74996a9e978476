package dev.figment.metric;

import dev.figment.Progress;
import dev.figment.Progress.Task;
import dev.figment.model.Validated;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a model says of each of many examples.
 *
 * @param values a number for each example, by the names of {@link Validated#validate} and in their
 *     order
 */
public record ExampleScores(Map<String, double[]> values) {
  private static final int PART = 200;

  /**
   * A part at a time, so that the engine's memory does not grow with their number.
   *
   * @param seed of what the model draws on the way: the same gives the same numbers
   * @param progress is told the mean of the first name
   */
  public static ExampleScores of(Validated model, Examples examples, long seed, Progress progress) {
    RandomStream stream = RandomStream.named("validation", seed);
    Map<String, double[]> values = new LinkedHashMap<>();
    for (int start = 0; start < examples.count(); start += PART) {
      int first = start;
      int end = Math.min(examples.count(), start + PART);
      try (Scope scope = Scope.open()) {
        model
            .validate(examples.batch(start, end), stream)
            .forEach((name, part) -> put(values, name, part, first, examples.count()));
      }
      String leading = values.keySet().iterator().next();
      double mean = Arrays.stream(values.get(leading), 0, end).average().orElseThrow();
      progress.at(new Task(leading, examples.count(), "examples", "mean"), end, mean);
    }
    return new ExampleScores(values);
  }

  private static void put(
      Map<String, double[]> values, String name, Tensor part, int start, int count) {
    double[] all = values.computeIfAbsent(name, unseen -> new double[count]);
    float[] numbers = part.toArray();
    for (int i = 0; i < numbers.length; i++) {
      all[start + i] = numbers[i];
    }
  }

  /** What a model says of an example, in its order, as found by trying one. */
  public static List<String> names(Validated model, Examples examples) {
    try (Scope scope = Scope.open()) {
      RandomStream stream = RandomStream.named("validation", 1);
      return List.copyOf(model.validate(examples.batch(0, 1), stream).keySet());
    }
  }

  /** The mean over the examples, and its standard error. */
  public Estimate estimate(String name) {
    return Estimate.of(Objects.requireNonNull(values.get(name)));
  }
}
