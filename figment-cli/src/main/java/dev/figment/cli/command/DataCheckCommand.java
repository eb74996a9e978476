package dev.figment.cli.command;

import dev.figment.ExitCode;
import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.cli.report.DataCheckReport;
import dev.figment.data.DataRecipe;
import dev.figment.data.reader.DataCheck;
import dev.figment.data.set.ImageSets;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code figment data check}: what is wrong, or odd, with the files of a set. */
@Command(
    name = "check",
    description = {
      "Look at every file of a set, and say what is broken or odd.",
      "Broken and unlabeled files keep a set from being read: exit code 5. Of the",
      "others it is said what becomes of them: what is turned, laid over white,",
      "converted.%n"
    },
    footer = {
      "",
      "Example:  figment data check ./photos",
      "          figment data check data/flowers/flowers.zip --json",
      "Next:     figment data info ./photos"
    })
public final class DataCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "PATH", description = "A folder or archive of images, or an image.")
  private String path;

  @Override
  public Integer call() {
    Path place = ImageSets.path(path);
    UsageException.require(
        Files.exists(place) || !ImageSets.names().contains(path),
        "PATH: expected a folder, an archive or an image, got the set %s. Sets that have a name are"
            + " checked as they are read: figment data info %s",
        path,
        path);
    DataCheck check = check(place);
    json.print(check, out -> DataCheckReport.of(check).print(out));
    PrintWriter err = spec.commandLine().getErr();
    if (check.isBroken()) {
      err.println("broken or unlabeled files: remove, replace or move them, and check again");
      return ExitCode.DATA.number();
    }
    err.printf("next:     figment data info %s%n", ShellWord.of(DataRecipe.nameOf(path)));
    return ExitCode.OK.number();
  }

  private DataCheck check(Path place) {
    try (TaskProgress progress = TaskProgress.on(spec.commandLine().getErr())) {
      return DataCheck.of(place, progress);
    }
  }
}
