package dev.figment.run.folder;

import dev.figment.metric.Estimate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at once of a model's samples: a line of {@code metrics.jsonl} with the key
 * {@code samples}.
 *
 * @param step of the model
 * @param epoch not a number where the line does not say it
 * @param kimg thousands of real images shown until then; not a number where the line does not say
 *     it
 * @param reference the split that the samples were compared with: {@code train}
 * @param values by the names of their metrics, {@code fd10k-features}, in the order of the line
 * @param standardErrors of those values that have one, by the same names
 * @param protocol how it was measured, as text: {@code extractor}, {@code generated}, {@code
 *     weights} and so on, in the order of the line; nested keys are joined by a dot
 */
public record SampleResult(
    long step,
    double epoch,
    double kimg,
    String reference,
    Map<String, Double> values,
    Map<String, Double> standardErrors,
    Map<String, String> protocol) {

  /**
   * A value with its standard error, which is not a number where the line has none.
   *
   * @return null where the metric was not measured
   */
  public @Nullable Estimate estimate(String metric) {
    Double value = values.get(metric);
    return value == null
        ? null
        : new Estimate(value, standardErrors.getOrDefault(metric, Double.NaN), generated());
  }

  /** How many samples were measured; 0 where the protocol does not say it. */
  private int generated() {
    String count = protocol.getOrDefault("generated", "");
    return count.matches("\\d{1,9}") ? Integer.parseInt(count) : 0;
  }
}
