package dev.figment.run.watching;

import dev.figment.picture.Chart;
import dev.figment.picture.ChartPanels;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.folder.SampleResult;
import dev.figment.run.folder.SampleResults;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.WatchRecipe;
import java.util.List;

/**
 * {@code metrics.png}: metrics of samples as curves, drawn anew each time that they were measured.
 *
 * @param recipe says when
 */
record SampleMetricChart(RunFolder folder, WatchRecipe.Metrics recipe, TimeAxis axis)
    implements Listener {
  @Override
  public void onStep(Clock clock) {
    if (recipe.isDue(clock)) {
      draw();
    }
  }

  /** A panel for each metric, once there are two points. */
  private void draw() {
    SampleResults results = new SampleResults(folder);
    ChartPanels panels = ChartPanels.empty();
    for (String name : results.metrics()) {
      List<SampleResult> points = results.of(name);
      Chart chart = Chart.titled(name).xLabel(axis.label()).smoothing(0);
      panels = panels.add(chart.series(name, times(points), values(points, name)));
    }
    panels.write(folder.picture("metrics.png"));
  }

  private double[] times(List<SampleResult> points) {
    return points.stream()
        .mapToDouble(each -> axis == TimeAxis.KIMG ? each.kimg() : each.step())
        .toArray();
  }

  private static double[] values(List<SampleResult> points, String name) {
    return points.stream().mapToDouble(each -> each.values().get(name)).toArray();
  }
}
