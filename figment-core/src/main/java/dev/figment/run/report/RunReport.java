package dev.figment.run.report;

import dev.figment.Progress;
import dev.figment.format.AtomicFile;
import dev.figment.run.Run;
import dev.figment.run.folder.CheckpointChoice;
import dev.figment.train.Checkpoint;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A run as a page to read: one HTML file with everything in it, which loads nothing. What a run
 * does not have yet, or its model cannot do, is left out, and said at the end of the page.
 *
 * <pre>{@code
 * Settings settings = Settings.dataIn(Path.of("data"));
 * try (Run run = Run.open(Path.of("runs/digits"), settings)) {
 *   RunReport.of(run, settings.checkpoint(), 1, Progress.NONE).write(Path.of("digits.html"));
 * }
 * }</pre>
 */
public final class RunReport {
  private static final List<Function<Subject, Section>> SECTIONS =
      List.of(
          FinalSamples::of,
          ReconstructedImages::of,
          SnapshotFrames::of,
          Curves::of,
          MeasuredMetrics::of,
          NearestImages::of,
          InterpolatedLines::of,
          MapOfPoints::of,
          NetworkTables::of,
          RecipeText::of,
          Reproduction::of,
          ModelCard::of);

  private final Page page;

  private RunReport(Page page) {
    this.page = page;
  }

  /**
   * Makes it. The model draws, encodes and is searched for what is near; none of it is written to
   * the run.
   *
   * @param run a folder's, without a checkpoint too; without its data, what needs that is left out
   * @param checkpoint the one that the run was opened with
   * @param seed of what is drawn: the same gives the same page
   * @param commands that make the run and its page again, as people type them; none to leave them
   *     out
   * @param progress hears of what takes time
   * @throws dev.figment.UsageException if a checkpoint is named that is not there
   * @throws dev.figment.ModelFileException if the checkpoint is damaged
   */
  public static RunReport of(
      Run run, CheckpointChoice checkpoint, long seed, List<String> commands, Progress progress) {
    Subject subject = Subject.of(run, find(run, checkpoint), seed, commands, progress);
    List<Section> sections = SECTIONS.stream().map(each -> each.apply(subject)).toList();
    String title = run.recipe().recipe() + " · Figment report";
    return new RunReport(new Page(title, Overview.of(subject), sections));
  }

  /** The same without commands. */
  public static RunReport of(Run run, CheckpointChoice checkpoint, long seed, Progress progress) {
    return of(run, checkpoint, seed, List.of(), progress);
  }

  private static Found<Checkpoint> find(Run run, CheckpointChoice choice) {
    boolean isEmpty = run.folder().checkpoints().all().isEmpty();
    return isEmpty && choice.equals(CheckpointChoice.LATEST)
        ? Found.none("the run has no checkpoint yet")
        : Found.of(choice.in(run.folder()));
  }

  /** What the page has not, by the heading that it would have, and why. */
  public Map<String, String> leftOut() {
    Map<String, String> reasons = new LinkedHashMap<>();
    page.sections().stream()
        .filter(each -> !each.absence().isEmpty())
        .forEach(each -> reasons.put(each.title(), each.absence()));
    return reasons;
  }

  /** The page: HTML, in UTF-8. */
  public String html() {
    return page.text();
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
