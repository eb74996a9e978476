package dev.figment.cli.command;

import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.report.ComparisonTable;
import dev.figment.picture.PictureRow;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.report.ComparedMetric;
import dev.figment.run.report.RunsReport;
import dev.figment.run.watching.RunComparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code figment compare}: runs beside each other. */
@Command(
    name = "compare",
    description = {
      "Lay runs beside each other.",
      "A table: time, images a second, last values of losses and accuracies, in what the",
      "recipes differ, and metrics of samples, the best marked (*) where all runs were",
      "measured in the same way. Their learning curves in one picture, over steps, or kimg",
      "where a run's length is in kimg; what each draws with the same seed in another."
    },
    footer = {
      "",
      "Example:  figment compare runs/00001-mnist-five-gan runs/00002-mnist-five-gan-deep",
      "          figment compare RUN RUN RUN --out curves.svg --html compare.html --seed 3",
      "Next:     figment evaluate RUN, for metrics to compare; figment report RUN, for one of them"
    })
public final class CompareCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "The folders of the runs.")
  private List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "FILE.png|FILE.svg",
      defaultValue = "compare.png",
      description = {
        "Where curves go (default: ${DEFAULT-VALUE}); pictures go beside them, to",
        "compare-grids.png."
      })
  private Path out;

  @Option(
      names = "--html",
      paramLabel = "FILE.html",
      description = "Make a page of all of it, too: one file that loads nothing.")
  private @Nullable Path html;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of what is drawn (default: ${DEFAULT-VALUE}).")
  private long seed;

  /**
   * What is printed; the names are those of {@code --json}.
   *
   * @param picture where the curves are; null where the runs have none in common
   * @param grids where the images are; null where no run draws any
   * @param withoutGrid why runs have no images, by their labels
   * @param differences of recipes, by key: a value for each run, empty where it has none
   */
  record Report(
      @Nullable String picture,
      @Nullable String grids,
      @Nullable String page,
      Map<String, String> withoutGrid,
      Map<String, List<String>> differences,
      List<ComparedMetric> metrics,
      List<RunComparison.Compared> runs) {}

  @Override
  public void run() {
    FileExtensions.require(out, ".png", ".svg");
    FileExtensions.require("--html", html, ".html");
    List<RunFolder> runs = folders.stream().map(RunFolder::open).toList();
    RunsReport report = RunsReport.of(runs, engine.settings(null), seed);
    Report written =
        new Report(
            curves(report.curves()),
            grids(report.grids()),
            page(report),
            report.withoutGrid(),
            report.differences(),
            report.metrics(),
            report.curves().runs());
    json.print(written, text -> new ComparisonTable(report).print(text));
    say(written, spec.commandLine().getErr());
  }

  private @Nullable String curves(RunComparison curves) {
    if (curves.names().isEmpty()) {
      return null;
    }
    curves.panels().write(out);
    return out.toString();
  }

  private @Nullable String grids(PictureRow row) {
    if (row.isEmpty()) {
      return null;
    }
    String name = out.getFileName().toString();
    Path file = out.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "-grids.png");
    row.writePng(file);
    return file.toString();
  }

  private @Nullable String page(RunsReport report) {
    if (html == null) {
      return null;
    }
    report.write(html);
    return html.toString();
  }

  private static void say(Report report, PrintWriter err) {
    err.printf("curves:   %s%n", report.picture == null ? "none in common" : report.picture);
    if (report.grids != null) {
      err.printf("pictures: %s%n", report.grids);
    }
    report.withoutGrid.forEach((run, why) -> err.printf("no picture of %s: %s%n", run, why));
    if (report.page != null) {
      err.printf("page:     %s%n", report.page);
    }
  }
}
