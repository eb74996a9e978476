package dev.figment.run;

import dev.figment.disk.DeadAfter;
import dev.figment.disk.FaultyDisk;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that trains, and is halted at an operation on its disk. */
final class HaltedTraining {
  /** How it ends where it is halted. */
  static final int HALTED = 137;

  private HaltedTraining() {}

  /**
   * Starts one of a new run and waits for its end.
   *
   * @return how it ended: 0 where it had no such operation
   */
  static int run(Path run, Path recipe, int fatal) throws IOException, InterruptedException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            HaltedTraining.class.getName(),
            run.toString(),
            recipe.toString(),
            String.valueOf(fatal))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  public static void main(String[] arguments) throws IOException {
    Backend.threads(1); // as the one that goes on with it
    int fatal = Integer.parseInt(arguments[2]);
    DeadAfter fault = new DeadAfter(fatal, () -> Runtime.getRuntime().halt(HALTED));
    Path run = FaultyDisk.path(Path.of(arguments[0]), fault);
    Recipe recipe = RecipeFormat.read(Files.readString(Path.of(arguments[1])), arguments[1]);
    try (Run made = Run.create(run, recipe, Settings.DEFAULT)) {
      made.train();
    }
  }
}
