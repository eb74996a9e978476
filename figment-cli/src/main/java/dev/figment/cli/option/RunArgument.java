package dev.figment.cli.option;

import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.folder.CheckpointChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mixin of the commands that use a trained model: RUN, and which of its checkpoints. */
public final class RunArgument {
  private static final String LATEST = "latest";

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "The folder of the run, or a file of weights that ends in .safetensors.")
  private Path path;

  @Option(
      names = "--checkpoint",
      paramLabel = "STEP|best|latest",
      defaultValue = LATEST,
      description = {
        "The model of a step (figment runs RUN lists them), the best on the test split,",
        "or the newest (default: ${DEFAULT-VALUE})."
      })
  private String checkpoint;

  /** What was typed: a folder, or a file. */
  public Path path() {
    return path;
  }

  /** The run, at the checkpoint that was chosen. */
  public Run open(Settings settings) {
    return Run.open(path, settings.withCheckpoint(choice()));
  }

  /** The checkpoint that was chosen. */
  public CheckpointChoice choice() {
    return new CheckpointChoice(checkpoint);
  }

  /** Whether another than the newest was asked for. */
  public boolean choosesCheckpoint() {
    return !checkpoint.equals(LATEST);
  }

  /** A file in the run; of a chosen checkpoint, it is called after that too. */
  public Path output(String name) {
    Path folder =
        Files.isRegularFile(path)
            ? Objects.requireNonNull(path.toAbsolutePath().getParent())
            : path;
    int end = name.lastIndexOf('.');
    return folder.resolve(name.substring(0, end) + suffix() + name.substring(end));
  }

  private String suffix() {
    if (!choosesCheckpoint()) {
      return "";
    }
    return checkpoint.matches("\\d+") ? "-step" + checkpoint : "-" + checkpoint;
  }
}
