package dev.figment.run.report;

import dev.figment.format.AtomicFile;
import dev.figment.picture.PictureRow;
import dev.figment.run.Settings;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.folder.SampleResults;
import dev.figment.run.watching.RunComparison;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs beside each other: in what their recipes differ, how long and how fast they trained, what
 * their samples come to, their learning curves, and what each model draws with the same seed. As a
 * page it is one HTML file with everything in it, which loads nothing.
 */
public final class RunsReport {
  private final RunComparison curves;
  private final Map<String, List<String>> differences;
  private final List<ComparedMetric> metrics;
  private final SeedGrids grids;
  private final long seed;

  private RunsReport(
      RunComparison curves,
      Map<String, List<String>> differences,
      List<ComparedMetric> metrics,
      SeedGrids grids,
      long seed) {
    this.curves = curves;
    this.differences = differences;
    this.metrics = metrics;
    this.grids = grids;
    this.seed = seed;
  }

  /**
   * Compares runs. Nothing is written to them.
   *
   * @param folders of two runs or more, each once
   * @param seed of what the models draw
   * @throws dev.figment.UsageException if there are fewer
   */
  public static RunsReport of(List<RunFolder> folders, Settings settings, long seed) {
    RunComparison curves = RunComparison.of(folders);
    return new RunsReport(
        curves,
        RecipeRows.of(folders.stream().map(RunFolder::recipe).toList()),
        ComparedMetric.of(folders.stream().map(SampleResults::new).toList()),
        SeedGrids.of(folders, curves.runs(), settings, seed),
        seed);
  }

  /** The runs at their ends, and their learning curves. */
  public RunComparison curves() {
    return curves;
  }

  /** The values in which recipes differ, by key: one for each run, empty where it has none. */
  public Map<String, List<String>> differences() {
    return differences;
  }

  /** What was measured of samples of some of the runs. */
  public List<ComparedMetric> metrics() {
    return metrics;
  }

  /** What the models draw with the seed, of those that can. */
  public PictureRow grids() {
    return grids.row();
  }

  /** Why runs are not among {@link #grids}, by the labels of their runs. */
  public Map<String, String> withoutGrid() {
    return grids.absent();
  }

  /** The page: HTML, in UTF-8. */
  public String html() {
    return new RunsPage(this, grids, seed).page().text();
  }

  /**
   * Writes the page, over one of before.
   *
   * @throws dev.figment.DiskException if it cannot be written
   */
  public void write(Path file) {
    AtomicFile.write(file, html());
  }
}
