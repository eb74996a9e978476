package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.recipe.Recipe;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.profile.Profiler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every comparison is of every digit. The network has dropout and batch normalization. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayTest {
  @TempDir Path folder;

  @Test
  void the_same_recipe_trains_to_the_same_numbers() {
    Recipe recipe = Tiny.recipe(folder);
    Map<String, String> once = Tiny.numbers(Tiny.train(folder.resolve("once"), recipe));
    Map<String, String> again = Tiny.numbers(Tiny.train(folder.resolve("again"), recipe));
    assertThat(once)
        .isEqualTo(again)
        .containsKeys(
            "generator.0.weight", "discriminator.1.running_mean", "discriminator.meanSquare");
  }

  @Test
  void a_run_that_is_profiled_trains_to_the_same_numbers() {
    Recipe recipe = Tiny.recipe(folder);
    Path profiled = folder.resolve("profiled");
    Profiler profiler = new Profiler(1, 3);
    try (Run run = Run.create(profiled, recipe, Settings.DEFAULT)) {
      run.train(profiler);
    }
    assertThat(profiler.profile()).isPresent();
    assertThat(Tiny.numbers(profiled))
        .isEqualTo(Tiny.numbers(Tiny.train(folder.resolve("plain"), recipe)));
  }

  @Test
  void another_seed_trains_to_other_weights() {
    Recipe recipe = Tiny.recipe(folder);
    Map<String, String> once = Tiny.weights(Tiny.train(folder.resolve("once"), recipe));
    Recipe other = recipe.with("seed", 2);
    assertThat(Tiny.weights(Tiny.train(folder.resolve("other"), other))).isNotEqualTo(once);
  }

  @Test
  void the_recipe_of_a_run_replays_it() {
    Path first = Tiny.train(folder.resolve("first"), Tiny.recipe(folder));
    Recipe written = RunFolder.open(first).recipe();
    assertThat(written).isEqualTo(Tiny.recipe(folder));
    assertThat(Tiny.numbers(Tiny.train(folder.resolve("second"), written)))
        .isEqualTo(Tiny.numbers(first));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sgd",
        "{momentum: {nesterov: true, clipNorm: 0.5}}",
        "{rmsprop: {learningRate: 1e-3, clipNorm: 1}}",
        Tiny.CLIPPED
      })
  void a_run_interrupted_after_every_step_goes_on_as_if_never_stopped(String optimizer) {
    Recipe recipe = Tiny.recipe(folder, optimizer);
    Map<String, String> straight = Tiny.numbers(Tiny.train(folder.resolve("straight"), recipe));
    Path run = Tiny.train(folder.resolve("stopped"), recipe, 1);
    for (int stop = 2; stop <= 6; stop++) {
      assertThat(Tiny.newest(run).position().step()).isEqualTo(stop - 1);
      Tiny.resume(run, stop);
    }
    assertThat(Tiny.numbers(run)).isEqualTo(straight);
  }

  @Test
  void a_crash_goes_back_to_the_last_checkpoint_and_comes_out_the_same() {
    Recipe recipe = Tiny.recipe(folder).with("watch.checkpoints.everySteps", 2);
    Map<String, String> straight = Tiny.numbers(Tiny.train(folder.resolve("straight"), recipe));
    Path crashed = folder.resolve("crashed");
    try (Run run = Run.create(crashed, recipe, Settings.DEFAULT)) {
      run.train(new CrashAfter(5));
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("crashed after step 5");
    }
    assertThat(Tiny.newest(crashed).position().step()).isEqualTo(4);
    assertThat(Tiny.numbers(Tiny.resume(crashed))).isEqualTo(straight);
  }

  @Test
  void statistics_that_span_a_resume_come_out_the_same() {
    Recipe recipe =
        Tiny.recipe(folder).with("watch.checkpoints.everySteps", 2).with("watch.tickSteps", 3);
    Path straight = Tiny.train(folder.resolve("straight"), recipe);
    Path crashed = folder.resolve("crashed");
    try (Run run = Run.create(crashed, recipe, Settings.DEFAULT)) {
      run.train(new CrashAfter(5));
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("crashed after step 5");
    }
    assertThat(statistics(Tiny.resume(crashed))).hasSize(2).isEqualTo(statistics(straight));
  }

  /** Each tick's losses and scores, without its times. */
  private static List<String> statistics(Path run) {
    return new JsonLines(run.resolve("stats.jsonl"))
        .read().stream()
            .map(
                line ->
                    line.toString()
                        .replaceAll("\"(seconds|imagesPerSecond|residentBytes)\":[^,]*,", ""))
            .toList();
  }

  @Test
  void resuming_a_finished_run_changes_nothing() {
    Path run = Tiny.train(folder.resolve("run"), Tiny.recipe(folder));
    Map<String, String> before = Tiny.numbers(run);
    assertThat(Tiny.numbers(Tiny.resume(run))).isEqualTo(before);
  }

  @Test
  void looking_more_often_does_not_change_the_weights() {
    Recipe recipe = Tiny.recipe(folder);
    Recipe watched =
        recipe
            .with("watch.snapshots.everySteps", 1)
            .with("watch.checkpoints.everySteps", 1)
            .with("watch.tickSteps", 1);
    assertThat(Tiny.numbers(Tiny.train(folder.resolve("watched"), watched)))
        .isEqualTo(Tiny.numbers(Tiny.train(folder.resolve("plain"), recipe)));
    assertThat(RunFolder.open(folder.resolve("watched")).fakes()).hasSize(6);
  }

  @Test
  void a_separate_update_and_several_discriminator_steps_resume_exactly_too() {
    Recipe recipe =
        Tiny.recipe(folder)
            .with("model.gan.updates", "separate")
            .with("model.gan.discriminatorSteps", 2);
    Map<String, String> straight = Tiny.numbers(Tiny.train(folder.resolve("straight"), recipe));
    Path run = Tiny.train(folder.resolve("stopped"), recipe, 1);
    assertThat(Tiny.numbers(Tiny.resume(Tiny.resume(run, 4)))).isEqualTo(straight);
  }
}
