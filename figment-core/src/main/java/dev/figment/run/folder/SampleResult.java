package dev.figment.run.folder;

import dev.figment.metric.Estimate;
import dev.figment.metric.MetricName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at once of a model's samples, or on examples: a line of {@code metrics.jsonl}.
 *
 * @param step of the model
 * @param epoch not a number where the line does not say it
 * @param kimg thousands of real images shown until then; not a number where the line does not say
 *     it
 * @param reference the split that samples were compared with, or the examples are of
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
        : new Estimate(
            value, standardErrors.getOrDefault(metric, Double.NaN), MetricName.countOf(metric));
  }

  /** The same with other values. */
  public SampleResult withValues(Map<String, Double> values) {
    return new SampleResult(step, epoch, kimg, reference, values, standardErrors, protocol);
  }
}
