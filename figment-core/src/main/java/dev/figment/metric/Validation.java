package dev.figment.metric;

import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.Validated;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well a model does on examples that it has not learned from.
 *
 * @param examples how many there were
 * @param means over them, by the names of {@link Validated#validate}
 */
public record Validation(int examples, Map<String, Double> means) {
  private static final int PART = 200;

  /**
   * Means over a whole set, a part at a time, so that memory does not grow with it.
   *
   * @param seed of what the model draws on the way: the same gives the same numbers
   */
  public static Validation of(
      Validated model, ImageSet set, Range range, Device device, long seed) {
    RandomStream stream = RandomStream.named("validation", seed);
    Map<String, Double> sums = new TreeMap<>();
    for (int start = 0; start < set.size(); start += PART) {
      try (Scope scope = Scope.open()) {
        int end = Math.min(set.size(), start + PART);
        Batch batch = Batch.of(set, range, start, end, device);
        model
            .validate(batch, stream)
            .forEach((name, values) -> sums.merge(name, sum(values.toArray()), Double::sum));
      }
    }
    sums.replaceAll((name, sum) -> sum / set.size());
    return new Validation(set.size(), sums);
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
