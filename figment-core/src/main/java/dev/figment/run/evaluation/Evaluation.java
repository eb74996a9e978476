package dev.figment.run.evaluation;

import dev.figment.data.DataRecipe;
import dev.figment.metric.Measurement;
import dev.figment.run.folder.SampleResults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of a run's model, with its protocol.
 *
 * @param step of the checkpoint
 * @param kimg thousands of real images shown until then
 * @param data that the examples are of: set, split, classes, binarization, and the range that
 *     differences of pixels are measured in
 * @param examples how many were measured
 * @param of how many there are; those that were measured lie evenly among them
 * @param seed of what was drawn
 */
public record Evaluation(
    long step,
    double kimg,
    DataRecipe data,
    int examples,
    int of,
    long seed,
    List<Measurement> measurements) {

  /** As a line of {@code metrics.jsonl}: numbers under the names of their metrics. */
  Map<String, Object> toLine() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", step);
    line.put("kimg", kimg);
    line.put(SampleResults.EVALUATION, data.split().toString());
    line.put("set", data.set());
    if (data.classes() != null) {
      line.put("classes", data.classes());
    }
    line.put("examples", examples);
    line.put("of", of);
    line.put("binarization", data.binarization().toString());
    line.put("range", data.range().toString());
    line.put("seed", seed);
    measurements.forEach(each -> line.put(each.metric(), each.estimate().mean()));
    line.put("standardErrors", Measurement.standardErrors(measurements));
    return line;
  }
}
