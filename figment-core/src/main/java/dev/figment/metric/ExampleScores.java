package dev.figment.metric;

import dev.figment.model.Validated;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a model says of each of many examples.
 *
 * @param values a number for each example, by the names of {@link Validated#validate}
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
    TreeMap<String, double[]> values = new TreeMap<>();
    for (int start = 0; start < examples.count(); start += PART) {
      int first = start;
      int end = Math.min(examples.count(), start + PART);
      try (Scope scope = Scope.open()) {
        model
            .validate(examples.batch(start, end), stream)
            .forEach((name, part) -> put(values, name, part, first, examples.count()));
      }
      String leading = values.firstKey();
      double mean = Arrays.stream(values.get(leading), 0, end).average().orElseThrow();
      progress.at(leading, end, examples.count(), mean);
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

  /** What a model says anything of, tried on one example. */
  public static Set<String> names(Validated model, Examples examples) {
    try (Scope scope = Scope.open()) {
      RandomStream stream = RandomStream.named("validation", 1);
      return new TreeSet<>(model.validate(examples.batch(0, 1), stream).keySet());
    }
  }

  /** The mean over the examples, and its standard error. */
  public Estimate estimate(String name) {
    return Estimate.of(values.get(name));
  }
}
