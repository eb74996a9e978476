package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.disk.DeadAfter;
import dev.figment.disk.FaultyDisk;
import dev.figment.disk.Moments;
import dev.figment.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * As {@link CrashTest}, by a process that is halted: at few operations, and with {@code
 * -Dfigment.kills=N} at every one from the making of a run to its end.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HaltedTrainingTest {
  private static final int FEW = 2;

  @TempDir private Path folder;

  @Test
  void a_process_that_is_halted_at_its_disk_leaves_a_run_that_comes_to_the_same_end()
      throws Exception {
    Recipe recipe =
        Tiny.recipe(folder)
            .with("train.steps", 4)
            .with("watch.tickSteps", 1)
            .with("watch.snapshots.everySteps", 2)
            .with("watch.checkpoints.everySteps", 2);
    Path file = Files.writeString(folder.resolve("tiny.yaml"), recipe.toYaml());
    CourseOfRun straight = CourseOfRun.of(Tiny.train(folder.resolve("straight"), recipe));
    int halts = 0;
    for (int k : Moments.upTo(operations(recipe), FEW)) {
      Path run = folder.resolve("run-" + k);
      int code = HaltedTraining.run(run, file, k);
      assertThat(CourseOfRun.of(goneOnWith(run, recipe))).as("halted at %d", k).isEqualTo(straight);
      assertThat(code).isEqualTo(HaltedTraining.HALTED);
      halts++;
    }
    assertThat(halts).isGreaterThanOrEqualTo(FEW);
    System.out.printf("%d halts, as many runs that came to the same end%n", halts);
  }

  /** From the making of a run to its end. */
  private int operations(Recipe recipe) {
    DeadAfter counting = DeadAfter.never();
    Tiny.train(FaultyDisk.path(folder.resolve("counted"), counting), recipe);
    return counting.operations().size();
  }

  private static Path goneOnWith(Path run, Recipe recipe) throws IOException {
    return Files.exists(run.resolve("recipe.yaml")) ? Tiny.resume(run) : Tiny.train(run, recipe);
  }
}
