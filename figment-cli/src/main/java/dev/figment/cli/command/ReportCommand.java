package dev.figment.cli.command;

import dev.figment.DiskException;
import dev.figment.UsageException;
import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.option.RunArgument;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.cli.report.ReproducingCommands;
import dev.figment.run.Run;
import dev.figment.run.report.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment report}: a run as a page to read. */
@Command(
    name = "report",
    description = {
      "Make a page of a run: one HTML file that loads nothing, to keep or to send.",
      "What was trained on what, samples, snapshots over time, learning curves, metrics",
      "with intervals and protocol, nearest training images, interpolation, a map, the",
      "networks, the recipe, how to reproduce it, and a model card.",
      "What the run does not have yet, or its model cannot do, is left out and said.",
      "A page of before is written over."
    },
    footer = {
      "",
      "Example:  figment report runs/00001-fashion-vae --data-dir data",
      "          figment report RUN --checkpoint best --seed 3 --out model.html",
      "Next:     open it in a browser; figment evaluate RUN for more metrics in it"
    })
public final class ReportCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private DataFolderOption data;
  @Mixin private JsonOption json;

  @Mixin private RunArgument argument;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of what is drawn (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE.html",
      description = "Where to (default: report.html, in the run).")
  private @Nullable Path out;

  /**
   * What is printed; the names are those of {@code --json}.
   *
   * @param page where it is
   * @param leftOut what it has not, and why
   */
  record Report(String page, long bytes, Map<String, String> leftOut) {}

  @Override
  public void run() {
    FileExtensions.require(out, ".html");
    UsageException.require(
        !Files.isRegularFile(argument.path()),
        "%s: expected the folder of a run, got a file. A page is made of a whole run.",
        argument.path());
    Path target = out == null ? argument.output("report.html") : out;
    PrintWriter err = spec.commandLine().getErr();
    try (Run run = argument.open(engine.settings(data.folder()));
        TaskProgress progress = TaskProgress.on(err)) {
      ReproducingCommands commands = new ReproducingCommands(run.recipe(), argument.path(), seed);
      RunReport made = RunReport.of(run, argument.choice(), seed, commands.lines(), progress);
      progress.close();
      made.write(target);
      Report report = new Report(target.toString(), size(target), made.leftOut());
      say(report, err);
      json.print(report, text -> text.println(report.page()));
    }
  }

  private void say(Report report, PrintWriter err) {
    report.leftOut().forEach((what, why) -> err.printf("left out: %s: %s%n", what, why));
    err.printf(Locale.ROOT, "size:     %.1f MB%n", report.bytes() / 1e6);
    err.printf("next:     open it in a browser%n");
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }
}
