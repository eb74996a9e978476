package dev.figment.run.watching;

import dev.figment.picture.Chart;
import dev.figment.picture.Trajectory;
import dev.figment.run.folder.RunFolder;
import java.util.List;

/**
 * The pictures of what a training wrote down so far.
 *
 * @param title over each
 */
record LearningCharts(RunFolder folder, String title, TimeAxis axis) {
  private static final String DISCRIMINATOR = "loss/discriminator";
  private static final String GENERATOR = "loss/generator";
  private static final List<String> ACCURACIES =
      List.of(
          "accuracy/real", "accuracy/fake", AccuracyLog.NAME + "/real", AccuracyLog.NAME + "/fake");

  /** {@code losses.png}: every loss. */
  void drawLosses() {
    LearningCurves curves = LearningCurves.of(folder);
    chart("loss", curves, List.copyOf(curves.names("loss/"))).write(folder.picture("losses.png"));
  }

  /**
   * {@code accuracy.png}: how often the discriminator of a GAN is right, on the batches that it
   * learns from and in evaluation mode; none where there is no right and wrong.
   */
  void drawAccuracies() {
    LearningCurves curves = LearningCurves.of(folder);
    List<String> names = ACCURACIES.stream().filter(curves::has).toList();
    if (!names.isEmpty()) {
      chart("how often the discriminator is right", curves, names)
          .write(folder.picture("accuracy.png"));
    }
  }

  /** {@code loss-scatter.png}: one loss of a GAN against the other; none of other models. */
  void drawScatter() {
    LearningCurves curves = LearningCurves.of(folder);
    if (curves.has(DISCRIMINATOR) && curves.has(GENERATOR)) {
      Trajectory.titled(title)
          .axes(DISCRIMINATOR, GENERATOR)
          .points(curves.values(DISCRIMINATOR), curves.values(GENERATOR))
          .write(folder.picture("loss-scatter.png"));
    }
  }

  private Chart chart(String measure, LearningCurves curves, List<String> names) {
    Chart chart = Chart.titled(title).xLabel(axis.label()).yLabel(measure);
    for (String name : names) {
      chart = curves.addTo(chart, name, name, axis);
    }
    return chart;
  }
}
