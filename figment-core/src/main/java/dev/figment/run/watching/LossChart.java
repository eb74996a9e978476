package dev.figment.run.watching;

import dev.figment.picture.Chart;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Schedule;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** {@code losses.png}: every loss over the thousands of images shown, so far. */
final class LossChart implements Listener {
  private final RunFolder folder;
  private final String title;
  private final Schedule schedule;

  /**
   * @param title over the chart
   * @param schedule when it is drawn, besides at the end
   */
  LossChart(RunFolder folder, String title, Schedule schedule) {
    this.folder = folder;
    this.title = title;
    this.schedule = schedule;
  }

  @Override
  public void onStep(Clock clock) {
    if (schedule.isDue(clock) && !clock.isFinished()) {
      draw();
    }
  }

  @Override
  public void onEnd(Clock clock) {
    draw();
  }

  private void draw() {
    List<JsonNode> lines = new JsonLines(folder.statistics()).read();
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
