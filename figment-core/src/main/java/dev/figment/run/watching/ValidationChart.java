package dev.figment.run.watching;

import dev.figment.picture.Chart;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** {@code validation.png}: what was measured on the test split, the most telling measure alone. */
final class ValidationChart implements Listener {
  private static final List<String> METRICS = List.of("elbo", "accuracy", "mse");

  private final RunFolder folder;
  private final String title;
  private final TimeAxis axis;

  ValidationChart(RunFolder folder, String title, TimeAxis axis) {
    this.folder = folder;
    this.title = title;
    this.axis = axis;
  }

  @Override
  public void onEnd(Clock clock) {
    List<JsonNode> lines =
        new JsonLines(folder.metrics())
            .read().stream().filter(line -> line.has("validation")).toList();
    if (lines.size() > 1) {
      TreeSet<String> names = new TreeSet<>();
      lines.forEach(line -> names.addAll(line.propertyNames()));
      METRICS.stream()
          .filter(metric -> names.stream().anyMatch(name -> name.startsWith(metric)))
          .findFirst()
          .ifPresent(metric -> draw(lines, metric, names));
    }
  }

  private void draw(List<JsonNode> lines, String metric, TreeSet<String> names) {
    Chart chart =
        Chart.titled(title + " on examples not learned from")
            .xLabel(axis.label())
            .yLabel(metric)
            .smoothing(0);
    for (String name : names.stream().filter(each -> each.startsWith(metric)).toList()) {
      chart = chart.series(name, values(lines, axis.key()), values(lines, name));
    }
    chart.write(folder.picture("validation.png"));
  }

  private static double[] values(List<JsonNode> lines, String name) {
    return lines.stream().mapToDouble(line -> line.path(name).asDouble(Double.NaN)).toArray();
  }
}
