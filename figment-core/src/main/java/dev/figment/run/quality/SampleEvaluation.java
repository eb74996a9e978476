package dev.figment.run.quality;

import dev.figment.metric.Measurement;
import dev.figment.metric.Protocol;
import dev.figment.model.TrainingPosition;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.folder.SampleResults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of the images that a model generates.
 *
 * @param position of the training of its model
 */
public record SampleEvaluation(
    TrainingPosition position, List<Measurement> measurements, Protocol protocol) {

  /** Adds it to the metrics of a run, as a line that {@link SampleResults} reads. */
  public void addTo(RunFolder folder) {
    new JsonLines(folder.metrics()).append(toLine());
  }

  /** The line. */
  public Map<String, Object> toLine() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", position.step());
    line.put("epoch", position.epoch());
    line.put("kimg", position.images() / 1000.0);
    line.put(SampleResults.KIND, protocol.referenceSplit());
    measurements.forEach(each -> line.put(each.metric(), each.estimate().mean()));
    line.put("standardErrors", Measurement.standardErrors(measurements));
    line.put("protocol", protocol.toMap());
    return line;
  }
}
