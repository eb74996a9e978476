package dev.figment.run;

import dev.figment.data.Binarization;
import dev.figment.data.Range;
import dev.figment.data.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of a run's model, with its protocol.
 *
 * @param step of the checkpoint
 * @param kimg thousands of real images shown until then
 * @param set that the examples are of
 * @param of how many examples the split has; those that were measured lie evenly in it
 * @param range that differences of pixels are measured in
 * @param seed of what was drawn
 */
public record Evaluation(
    long step,
    double kimg,
    String set,
    Split split,
    int examples,
    int of,
    Binarization binarization,
    Range range,
    long seed,
    List<Measurement> measurements) {

  /** As a line of {@code metrics.jsonl}: numbers under the names of their metrics. */
  Map<String, Object> toLine() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", step);
    line.put("kimg", kimg);
    line.put("evaluation", split.toString());
    line.put("set", set);
    line.put("examples", examples);
    line.put("of", of);
    line.put("binarization", binarization.toString());
    line.put("range", range.toString());
    line.put("seed", seed);
    measurements.forEach(each -> line.put(each.metric(), each.estimate().mean()));
    line.put("standardErrors", standardErrors());
    return line;
  }

  private Map<String, Double> standardErrors() {
    Map<String, Double> errors = new LinkedHashMap<>();
    measurements.stream()
        .filter(each -> Double.isFinite(each.estimate().standardError()))
        .forEach(each -> errors.put(each.metric(), each.estimate().standardError()));
    return errors;
  }
}
