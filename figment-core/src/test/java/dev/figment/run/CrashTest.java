package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.disk.DeadAfter;
import dev.figment.disk.FaultyDisk;
import dev.figment.disk.Moments;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training that dies at an operation on its disk, in the middle of it where that is a write: it
 * can always go on, loses no more than an interval, and comes to the same end. Few operations, and
 * with {@code -Dfigment.kills=N} each.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashTest {
  @TempDir private Path folder;
  private Recipe recipe;

  @BeforeEach
  void everythingIsWatchedAtEverySecondStep() {
    recipe =
        RecipeFormat.changed(
            Tiny.recipe(folder)
                .with("watch.tickSteps", 1)
                .with("watch.snapshots.everySteps", 2)
                .with("watch.checkpoints.everySteps", 2),
            Map.of("watch.metrics", Map.of("everySteps", 2, "names", List.of("swd20"))));
  }

  private static void train(Path run, Recipe recipe, DeadAfter fault) {
    Path faulty = FaultyDisk.path(run, fault);
    try (Run made = Run.create(faulty, recipe, Settings.DEFAULT)) {
      made.train();
    }
  }

  private static void resume(Path run, DeadAfter fault) {
    try (Run opened = Run.open(FaultyDisk.path(run, fault), Settings.DEFAULT)) {
      opened.train();
    }
  }

  /**
   * Without event files: a resume makes one of its own, and tries one name more where a file of the
   * same second is there, which would count as an operation.
   */
  private static Path copy(Path run, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      for (Path each : files.filter(file -> !isEventFile(file)).toList()) {
        Files.copy(each, to.resolve(run.relativize(each).toString()));
      }
    }
    return to;
  }

  private static boolean isEventFile(Path file) {
    return file.getFileName().toString().startsWith("events.");
  }

  @Test
  void a_run_whose_making_dies_anywhere_can_be_made_again_or_gone_on_with() throws IOException {
    CourseOfRun straight = CourseOfRun.of(Tiny.train(folder.resolve("straight"), recipe));
    DeadAfter counting = DeadAfter.never();
    Run.create(FaultyDisk.path(folder.resolve("runs/counted"), counting), recipe, Settings.DEFAULT)
        .close();
    assertThat(counting.operations()).contains("MAKE_FOLDER counted", "RENAME recipe.yaml");
    for (int k : Moments.upTo(counting.operations().size(), 3)) {
      Path run = folder.resolve("runs-" + k).resolve("run");
      DeadAfter fault = DeadAfter.operation(k);
      assertThatThrownBy(() -> train(run, recipe, fault)).isInstanceOf(DeadAfter.Death.class);
      if (Files.exists(run.resolve("recipe.yaml"))) {
        Tiny.resume(run);
      } else {
        Tiny.train(run, recipe);
      }
      assertThat(CourseOfRun.of(run)).as(fault.operations().get(k - 1)).isEqualTo(straight);
    }
  }

  @Test
  void a_training_that_dies_anywhere_from_a_checkpoint_to_the_end_comes_to_the_same_end()
      throws IOException {
    CourseOfRun straight = CourseOfRun.of(Tiny.train(folder.resolve("straight"), recipe));
    Path begun = Tiny.train(folder.resolve("begun"), recipe, 4);
    DeadAfter counting = DeadAfter.never();
    resume(copy(begun, folder.resolve("counted")), counting);
    assertThat(counting.operations())
        .contains("RENAME step-00000006", "RENAME fakes-000006.png", "RENAME progress.gif")
        .hasSizeGreaterThan(50);
    for (int k : Moments.upTo(counting.operations().size(), 6)) {
      Path run = copy(begun, folder.resolve("run-" + k));
      DeadAfter fault = DeadAfter.operation(k);
      assertThatThrownBy(() -> resume(run, fault)).isInstanceOf(DeadAfter.Death.class);
      String where = k + ": " + fault.operations().get(k - 1);
      assertThat(Tiny.newest(run).position().step()).as(where).isGreaterThanOrEqualTo(4);
      Tiny.resume(run);
      assertThat(CourseOfRun.of(run)).as(where).isEqualTo(straight);
      assertThat(CourseOfRun.leftovers(run)).as(where).isEmpty();
    }
  }

  @Test
  void a_checkpoint_is_on_the_disk_before_it_has_its_name_and_so_is_its_name() {
    DeadAfter watched = DeadAfter.never();
    train(folder.resolve("run"), recipe.with("train.steps", 2), watched);
    List<String> done = watched.operations();
    int named = done.indexOf("RENAME step-00000002");
    assertThat(done.subList(0, named))
        .containsSubsequence(
            "FLUSH stats.jsonl",
            "FLUSH metrics.jsonl",
            "RENAME weights.safetensors",
            "RENAME training.safetensors",
            "RENAME state.json",
            "RENAME manifest.json",
            "FLUSH step-00000002.tmp");
    assertThat(done.get(named + 1)).isEqualTo("FLUSH checkpoints");
    assertThat(done).containsSubsequence("MAKE_FOLDER checkpoints", "FLUSH run");
    assertThat(done).containsSubsequence("MAKE_FOLDER run", "FLUSH " + folder.getFileName());
  }
}
