package dev.figment.run.watching;

import dev.figment.UsageException;
import dev.figment.picture.Chart;
import dev.figment.picture.ChartPanels;
import dev.figment.run.folder.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The learning curves of some runs beside each other: losses, the accuracies of a GAN's
 * discriminator, and what was validated, of those names that all of the runs have.
 */
public final class RunComparison {
  private static final List<String> PREFIXES =
      List.of("loss/", "accuracy/", AccuracyLog.NAME + "/", "elbo", "mse");

  private final List<RunFolder> folders;
  private final List<LearningCurves> curves;
  private final List<String> names;

  /**
   * A run at its end so far.
   *
   * @param run its folder
   * @param label its folder's name; its path where another of the runs has that name too
   * @param step of the last line that it wrote
   * @param kimg thousands of real images shown
   * @param seconds trained so far
   * @param last the last number of each name
   */
  public record Compared(
      String run,
      String label,
      String recipe,
      long step,
      double kimg,
      double seconds,
      Map<String, Double> last) {
    /**
     * Real images shown per second, snapshots and checkpoints included; 0 before the first tick.
     */
    public double imagesPerSecond() {
      return seconds > 0 ? 1000 * kimg / seconds : 0;
    }
  }

  private RunComparison(List<RunFolder> folders) {
    this.folders = folders;
    this.curves = folders.stream().map(LearningCurves::of).toList();
    this.names = common();
  }

  /**
   * @param folders of two runs or more, each once
   * @throws UsageException if there are fewer
   */
  public static RunComparison of(List<RunFolder> folders) {
    long different =
        folders.stream().map(each -> each.path().toAbsolutePath().normalize()).distinct().count();
    UsageException.require(
        different == folders.size() && different >= 2,
        "compare: expected two runs or more, each once, got %s",
        folders.stream().map(each -> each.path().toString()).collect(Collectors.joining(", ")));
    return new RunComparison(List.copyOf(folders));
  }

  private List<String> common() {
    List<String> common = new ArrayList<>(namesOf(curves.get(0)));
    curves.forEach(each -> common.retainAll(namesOf(each)));
    return common;
  }

  private static List<String> namesOf(LearningCurves curves) {
    return PREFIXES.stream().flatMap(prefix -> curves.names(prefix).stream()).toList();
  }

  /**
   * Of which there are curves, in the order of the picture; none where no name is common to all.
   */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** The runs, in the order in which they were given. */
  public List<Compared> runs() {
    List<Compared> runs = new ArrayList<>();
    for (int i = 0; i < folders.size(); i++) {
      LearningCurves own = curves.get(i);
      Map<String, Double> last = new LinkedHashMap<>();
      names.forEach(name -> last.put(name, own.last(name)));
      runs.add(
          new Compared(
              folders.get(i).path().toString(),
              label(folders.get(i)),
              folders.get(i).recipe().recipe(),
              own.lastStep(),
              known(own.last("kimg")),
              known(own.last("seconds")),
              last));
    }
    return runs;
  }

  private static double known(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** {@link #chart} of each name. */
  public ChartPanels panels() {
    ChartPanels panels = ChartPanels.empty();
    for (String name : names) {
      panels = panels.add(chart(name));
    }
    return panels;
  }

  /**
   * Of a name a chart in which each run is a line of its own color: over kimg where the length of
   * one of them is in kimg, else over steps.
   */
  public Chart chart(String name) {
    TimeAxis axis = axis();
    Chart chart = Chart.titled(name).xLabel(axis.label());
    for (int i = 0; i < folders.size(); i++) {
      chart = curves.get(i).addTo(chart, label(folders.get(i)), name, axis);
    }
    return chart;
  }

  private TimeAxis axis() {
    return folders.stream()
            .map(each -> TimeAxis.of(each.recipe().train()))
            .anyMatch(TimeAxis.KIMG::equals)
        ? TimeAxis.KIMG
        : TimeAxis.STEPS;
  }

  /** The folder's own name; its path where another of the runs has that name too. */
  private String label(RunFolder run) {
    long same = folders.stream().filter(each -> name(each).equals(name(run))).count();
    return same == 1 ? name(run) : run.path().toString();
  }

  private static String name(RunFolder run) {
    Path path = run.path().toAbsolutePath().normalize();
    return path.getFileName() == null ? path.toString() : path.getFileName().toString();
  }
}
