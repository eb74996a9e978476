package dev.figment.run.watching;

import dev.figment.picture.Chart;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a run wrote down while it trained, as curves: the lines of {@code stats.jsonl}, and the
 * snapshots and validations of {@code metrics.jsonl}. Where a line lacks a name, or has no number
 * of it, the curve of that name has no point.
 */
public final class LearningCurves {
  private final List<JsonNode> lines;

  private LearningCurves(List<JsonNode> lines) {
    this.lines = lines;
  }

  public static LearningCurves of(RunFolder run) {
    List<JsonNode> lines = new ArrayList<>(new JsonLines(run.statistics()).read());
    new JsonLines(run.metrics())
        .read().stream()
            .filter(line -> line.has(AccuracyLog.KIND) || line.has("validation"))
            .forEach(lines::add);
    return new LearningCurves(lines);
  }

  /** The names of numbers that begin so, in order. */
  public SortedSet<String> names(String prefix) {
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode line : lines) {
      line.propertyNames().stream()
          .filter(each -> each.startsWith(prefix) && line.get(each).isNumber())
          .forEach(names::add);
    }
    return names;
  }

  public boolean has(String name) {
    return values(name).length > 0;
  }

  /** The last number of this name; NaN where there is none. */
  public double last(String name) {
    double[] values = values(name);
    return values.length == 0 ? Double.NaN : values[values.length - 1];
  }

  /** The last step that is written of; 0 where there is none. */
  public long lastStep() {
    return lines.stream().mapToLong(line -> line.path("step").asLong(0)).max().orElse(0);
  }

  public double[] values(String name) {
    return numbers(name, name);
  }

  /** A chart with the curve of this name. */
  public Chart addTo(Chart chart, String label, String name, TimeAxis axis) {
    return chart.series(label, numbers(axis.key(), name), values(name));
  }

  /** What lines that have a name say of a key. */
  private double[] numbers(String key, String name) {
    return lines.stream()
        .filter(line -> line.path(name).isNumber())
        .mapToDouble(line -> line.path(key).asDouble(Double.NaN))
        .toArray();
  }
}
