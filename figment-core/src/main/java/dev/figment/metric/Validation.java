package dev.figment.metric;

import dev.figment.Progress;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.Validated;
import dev.figment.tensor.Device;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well a model does on examples that it has not learned from.
 *
 * @param examples how many there were
 * @param means over them, by the names of {@link Validated#validate}
 */
public record Validation(int examples, Map<String, Double> means) {
  /**
   * Means over a whole set, a part at a time, so that memory does not grow with it.
   *
   * @param seed of what the model draws on the way: the same gives the same numbers
   */
  public static Validation of(
      Validated model, ImageSet set, Range range, Device device, long seed) {
    Examples examples = new Examples(set, range, device);
    ExampleScores scores = ExampleScores.of(model, examples, seed, Progress.NONE);
    Map<String, Double> means = new TreeMap<>();
    scores.values().keySet().forEach(name -> means.put(name, scores.estimate(name).mean()));
    return new Validation(set.size(), means);
  }
}
