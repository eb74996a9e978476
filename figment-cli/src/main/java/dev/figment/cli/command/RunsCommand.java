package dev.figment.cli.command;

import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.report.CheckpointSummary;
import dev.figment.cli.report.RunSummary;
import dev.figment.cli.report.Table;
import dev.figment.run.folder.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code figment runs}: what was trained so far. */
@Command(
    name = "runs",
    description = {
      "List runs and what differs between them, or the checkpoints of one.",
      "Of each run, how far it is, its last losses, and in what it differs from others of",
      "its recipe or from the bundled one; of a checkpoint, its size and losses."
    },
    footer = {
      "",
      "Example:  figment runs",
      "          figment runs runs/00001-mnist-dcgan",
      "Next:     figment sample RUN --checkpoint STEP, or figment resume RUN"
    })
public final class RunsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private JsonOption json;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "runs",
      description = "The folder of runs, or a run (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Override
  public void run() {
    UsageException.require(
        Files.isDirectory(folder), "%s: no such folder. Name the one that holds the runs.", folder);
    RunFolder run = new RunFolder(folder);
    if (Files.isRegularFile(run.recipeFile())) {
      List<CheckpointSummary> checkpoints = CheckpointSummary.of(run);
      json.print(checkpoints, out -> printCheckpoints(checkpoints, out));
    } else {
      List<RunSummary> runs = RunSummary.of(RunFolder.in(folder));
      json.print(runs, out -> printRuns(runs, out));
    }
  }

  private void printRuns(List<RunSummary> runs, PrintWriter out) {
    if (runs.isEmpty()) {
      spec.commandLine().getErr().printf("no runs in %s yet; make one: figment demo%n", folder);
    } else {
      Table table = RunSummary.table();
      runs.forEach(each -> each.addTo(table));
      table.print(out);
    }
  }

  private void printCheckpoints(List<CheckpointSummary> checkpoints, PrintWriter out) {
    if (checkpoints.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          "no checkpoint in %s yet; make one: figment resume %s%n", folder, ShellWord.of(folder));
    } else {
      Table table = CheckpointSummary.table();
      checkpoints.forEach(each -> each.addTo(table));
      table.print(out);
    }
  }
}
