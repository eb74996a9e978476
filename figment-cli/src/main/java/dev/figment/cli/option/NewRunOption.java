package dev.figment.cli.option;

import dev.figment.run.folder.RunFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of the commands that make a run: {@code --run}. */
public final class NewRunOption {
  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "The run folder to make (default: the next number in runs/).")
  private @Nullable Path folder;

  /** The folder asked for, or the next one of a recipe. */
  public Path folder(String recipe) {
    return folder == null ? RunFolder.next(Path.of("runs"), recipe) : folder;
  }
}
