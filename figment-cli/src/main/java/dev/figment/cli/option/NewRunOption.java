package dev.figment.cli.option;

import dev.figment.recipe.Recipe;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.folder.RunFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of the commands that make a run: {@code --run}. */
public final class NewRunOption {
  private static final Path RUNS = Path.of("runs");

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "The run folder to make (default: the next number in runs/).")
  private @Nullable Path folder;

  /** A new run in the folder asked for, or in the next one of a recipe. */
  public Run create(Recipe recipe, Settings settings) {
    return folder == null
        ? Run.createNext(RUNS, recipe, settings)
        : Run.create(folder, recipe, settings);
  }

  /** Where that would be, if nobody else makes one before. */
  public Path folder(Recipe recipe) {
    return folder == null ? RunFolder.next(RUNS, recipe.recipe()) : folder;
  }
}
