package dev.figment.run;

import dev.figment.picture.Chart;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** {@code losses.png}: every loss over the thousands of images shown. */
final class LossChart {
  private LossChart() {}

  static void draw(RunFolder folder, String title) {
    List<JsonNode> lines = StatisticsLog.read(folder.statistics());
    TreeSet<String> names = new TreeSet<>();
    lines.forEach(line -> names.addAll(line.propertyNames()));
    Chart chart = Chart.titled(title).yLabel("loss");
    for (String name : names.tailSet("loss/").headSet("loss0")) {
      chart = chart.series(name, values(lines, "kimg"), values(lines, name));
    }
    chart.write(folder.picture("losses.png"));
  }

  private static double[] values(List<JsonNode> lines, String name) {
    return lines.stream()
        .mapToDouble(line -> line.has(name) ? line.get(name).asDouble() : Double.NaN)
        .toArray();
  }
}
