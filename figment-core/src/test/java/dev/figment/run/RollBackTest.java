package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.FigmentException;
import dev.figment.format.Safetensors;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RecipeRevision;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import dev.figment.train.DivergedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code train.failures.nonFinite}. The autoencoder has no bounds: above a learning rate its
 * weights grow without end, at half or a quarter of it they do not.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RollBackTest {
  private static final double TOO_FAST = 40;
  @TempDir Path folder;

  private Recipe recipe(double learningRate) {
    return new ModelCase(
            "linear autoencoder",
            """
            autoencoder:
              encoder: [flatten, {dense: 3}]
              decoder: [{dense: 64}, {reshape: [8, 8, 1]}]
              loss: meanSquaredError
              optimizer: {sgd: %s}
            """
                .formatted(learningRate),
            "{batch: 50, steps: 60, failures: {nonFinite: rollBack}}")
        .recipe()
        .with("watch.checkpoints.everySteps", 10)
        .with("watch.tickSteps", 5);
  }

  private static void assertFinite(Path run) {
    List<Checkpoint> all = RunFolder.open(run).checkpoints().all();
    for (Checkpoint each : all) {
      each.verify();
      Safetensors saved = Safetensors.read(each.folder().resolve("weights.safetensors"));
      for (String name : saved.entries().keySet()) {
        for (float value : saved.floats(name)) {
          assertThat(value).isFinite();
        }
      }
    }
  }

  private static List<Integer> rollBacks(Path run) {
    return new JsonLines(run.resolve("stats.jsonl"))
        .read().stream().map(line -> line.path("rollBacks").asInt(0)).toList();
  }

  @Test
  void a_training_that_diverges_stops_unless_it_is_told_otherwise() {
    Recipe recipe = recipe(TOO_FAST).with("train.failures.nonFinite", "stop");
    assertThat(recipe).isEqualTo(recipe.with("train.failures", null));
    Path run = folder.resolve("run");
    assertThatThrownBy(() -> Tiny.train(run, recipe))
        .isInstanceOf(DivergedException.class)
        .hasMessageMatching(
            "loss/autoencoder of phase autoencoder is (NaN|Infinity) at step \\d+(, and by now so"
                + " is the weight \\S+)?: training stopped\\. The last checkpoint, if there is one,"
                + " is as it was\\. Train with a lower learning rate \\(model\\.….learningRate\\),"
                + " with clipping \\(clipValue\\), or have it go back by itself"
                + " \\(train\\.failures\\.nonFinite=rollBack\\)\\.")
        .satisfies(e -> assertThat(((FigmentException) e).exitCode().number()).isEqualTo(3));
    assertFinite(run);
  }

  @Test
  void it_goes_back_and_on_more_slowly_until_it_comes_to_its_end() throws Exception {
    Path run = Tiny.train(folder.resolve("run"), recipe(TOO_FAST));
    assertThat(Tiny.newest(run).position().step()).isEqualTo(60);
    assertFinite(run);
    List<Integer> told = rollBacks(run);
    assertThat(told).hasSize(12);
    assertThat(told.get(11)).isBetween(1, 3);
    assertThat(Files.readString(run.resolve("log.txt")))
        .containsPattern(
            "rolled back: loss/autoencoder of phase autoencoder is (NaN|Infinity) at step \\d+(,"
                + " and by now so is the weight encoder.1.weight)?: back to step 0"
                + " with learning rates × 0.5 and another order of the data \\(1 of 3\\)");
  }

  @Test
  void it_is_the_same_to_the_bit_when_it_is_interrupted() {
    Path straight = Tiny.train(folder.resolve("straight"), recipe(TOO_FAST));
    Path run = Tiny.train(folder.resolve("stopped"), recipe(TOO_FAST), 1);
    for (int stop : new int[] {2, 4, 7, 22}) {
      Tiny.resume(run, stop);
    }
    assertThat(Tiny.numbers(Tiny.resume(run))).isEqualTo(Tiny.numbers(straight));
    assertThat(rollBacks(run)).isEqualTo(rollBacks(straight));
  }

  @Test
  void it_goes_back_to_the_checkpoint_that_fell_due_last_and_then_to_the_one_before()
      throws Exception {
    Path straight = becomeTooFast("straight", 20);
    assertThat(Tiny.numbers(Tiny.resume(straight))).isNotEmpty();
    assertThat(Files.readString(straight.resolve("log.txt")))
        .contains("=== going on from step 20", "(2 of 3)");
    assertThat(rollBacks(straight)).startsWith(0, 0, 0, 0).endsWith(2);
    Path stopped = becomeTooFast("stopped", 20);
    for (int stop : new int[] {21, 24, 28, 31}) {
      Tiny.resume(stopped, stop);
    }
    assertThat(Tiny.numbers(Tiny.resume(stopped))).isEqualTo(Tiny.numbers(straight));
  }

  private Path becomeTooFast(String name, int step) {
    Path run = Tiny.train(folder.resolve(name), recipe(1), step);
    RecipeRevision.make(
        RunFolder.open(run), Map.of("model.autoencoder.optimizer.sgd.learningRate", "20"), false);
    return run;
  }

  @Test
  void after_three_times_it_stops() {
    Path run = folder.resolve("run");
    assertThatThrownBy(() -> Tiny.train(run, recipe(1e6)))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining(": training stopped, having gone back 3 times. The last");
    assertThat(run.resolve("log.txt")).content().contains("(3 of 3)").doesNotContain("(4 of");
    assertFinite(run);
  }

  @Test
  void where_no_checkpoint_ever_falls_due_it_goes_back_to_the_start() {
    Recipe never = recipe(0.01).with("watch.checkpoints", "{atSteps: []}").with("train.steps", 5);
    Path run = Tiny.train(folder.resolve("run"), never);
    Map<String, Object> longer =
        Map.of("train.steps", 60, "model.autoencoder.optimizer.sgd.learningRate", 1e6);
    RecipeRevision.make(RunFolder.open(run), longer, false);
    assertThatThrownBy(() -> Tiny.resume(run)).isInstanceOf(DivergedException.class);
    assertThat(run.resolve("log.txt")).content().contains("back to step 0").contains("(3 of 3)");
  }

  @Test
  void a_run_that_stopped_goes_on_where_it_is_told_to_go_back() {
    Recipe stops = recipe(TOO_FAST).with("train.failures.nonFinite", "stop");
    Path run = folder.resolve("run");
    assertThatThrownBy(() -> Tiny.train(run, stops)).isInstanceOf(DivergedException.class);
    RecipeRevision.make(RunFolder.open(run), Map.of("train.failures.nonFinite", "rollBack"), false);
    Path straight = Tiny.train(folder.resolve("straight"), recipe(TOO_FAST));
    assertThat(Tiny.numbers(Tiny.resume(run))).isEqualTo(Tiny.numbers(straight));
  }
}
