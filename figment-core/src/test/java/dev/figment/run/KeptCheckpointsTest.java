package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ModelFileException;
import dev.figment.UsageException;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeDifference;
import dev.figment.run.folder.CheckpointChoice;
import dev.figment.run.folder.RecipeRevision;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptCheckpointsTest {
  @TempDir Path folder;
  private Recipe recipe;
  private Path run;

  @BeforeEach
  void everySecondStepOfSixIsKept() {
    recipe = Tiny.recipe(folder).with("watch.checkpoints.everySteps", 2);
    run = folder.resolve("run");
  }

  /** What each step's checkpoint holds: w for weights alone, t for training. */
  private static String held(Path run) {
    return RunFolder.open(run).checkpoints().all().stream()
        .map(each -> each.stepInName() + (each.isResumable() ? "t" : "w"))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static byte[] sample(Path run, CheckpointChoice chosen) {
    try (Run opened = Run.open(run, Settings.DEFAULT.withCheckpoint(chosen))) {
      return opened.sample(2, 1).pixels();
    }
  }

  @Test
  void of_all_the_newest_two_can_be_trained_on() {
    Tiny.train(run, recipe.with("watch.checkpoints.keep", "all").with("train.steps", 8));
    assertThat(held(run)).isEqualTo("2w 4w 6t 8t");
  }

  @Test
  void named_steps_stay_whatever_else_is_kept() {
    Recipe named = recipe.with("watch.checkpoints.atSteps", List.of(1, 3));
    Tiny.train(run, named.with("train.steps", 8));
    assertThat(held(run)).isEqualTo("1w 3w 6t 8t");
  }

  @Test
  void each_so_many_epochs_one_stays() {
    // 24 images in batches of 5 are 4 steps an epoch
    Recipe epochs = recipe.with("watch.checkpoints.keepEveryEpochs", 1).with("train.steps", 14);
    Tiny.train(run, epochs);
    assertThat(held(run)).isEqualTo("12t 14t 4w 8w");
  }

  @Test
  void what_only_training_needs_is_gone_from_the_folder() throws IOException {
    Tiny.train(run, recipe.with("watch.checkpoints.keep", "all"));
    try (Stream<Path> files = Files.list(run.resolve("checkpoints/step-00000002"))) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("manifest.json", "weights.safetensors");
    }
    Checkpoint first = new Checkpoint(run.resolve("checkpoints/step-00000002"));
    first.verify();
    assertThat(first.position().step()).isEqualTo(2);
  }

  @Test
  void kept_models_make_the_images_of_their_step() {
    Tiny.train(run, recipe.with("watch.checkpoints.keep", "all"));
    Path shorter = Tiny.train(folder.resolve("shorter"), recipe.with("train.steps", 2));
    assertThat(sample(run, CheckpointChoice.of(2)))
        .isEqualTo(sample(shorter, CheckpointChoice.LATEST))
        .isNotEqualTo(sample(run, CheckpointChoice.LATEST));
  }

  @Test
  void keeping_changes_no_number() {
    Tiny.train(run, recipe);
    Path keeping = folder.resolve("keeping");
    Tiny.train(keeping, recipe.with("watch.checkpoints.keep", "all"));
    assertThat(Tiny.numbers(keeping)).isEqualTo(Tiny.numbers(run));
  }

  @Test
  void a_crash_while_one_is_reduced_leaves_it_usable() throws IOException {
    Tiny.train(run, recipe.with("watch.checkpoints.keep", "all"), 2);
    Path reduced = run.resolve("checkpoints/step-00000002");
    String manifest = Files.readString(reduced.resolve("manifest.json"));
    Files.writeString(
        reduced.resolve("manifest.json"),
        manifest
            .replaceAll("(?s)\"state.json\" : \\{.*?\\},", "")
            .replaceAll("(?s)\"training.safetensors\" : \\{.*?\\},", ""));
    new Checkpoint(reduced).verify();
    assertThat(new Checkpoint(reduced).isResumable()).isFalse();
    assertThat(sample(run, CheckpointChoice.of(2))).isNotEmpty();
  }

  @Test
  void no_training_goes_on_from_weights_alone() {
    Tiny.train(run, recipe.with("watch.checkpoints.keep", "all").with("train.steps", 8));
    for (String newest : List.of("step-00000006", "step-00000008")) {
      dev.figment.format.Folders.deleteIfExists(run.resolve("checkpoints").resolve(newest));
    }
    assertThatThrownBy(() -> Tiny.resume(run))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("expected a checkpoint that can be trained on");
    assertThat(sample(run, CheckpointChoice.LATEST)).isEqualTo(sample(run, CheckpointChoice.of(4)));
  }

  @Test
  void a_step_without_a_checkpoint_is_refused_with_those_that_have_one() {
    Tiny.train(run, recipe);
    assertThatThrownBy(() -> sample(run, CheckpointChoice.of(3)))
        .isInstanceOf(UsageException.class)
        .hasMessage(run + ": expected the step of a checkpoint, got 3. It has 4, 6.");
  }

  @Test
  void best_is_refused_where_nothing_was_validated() {
    Tiny.train(run, recipe);
    assertThatThrownBy(() -> sample(run, CheckpointChoice.BEST))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            run
                + ": expected validations that say which checkpoint is best, got none in"
                + " metrics.jsonl. Name a step, of 4, 6.");
  }

  @Test
  void the_best_on_the_test_split_stays_and_is_chosen() throws IOException {
    Recipe validated =
        TinyCodecs.autoencoder(folder.resolve("codec"))
            .with("watch.validation.everySteps", 10)
            .with("watch.checkpoints.everySteps", 10);
    Tiny.train(run, validated, 20);
    Path metrics = run.resolve("metrics.jsonl");
    List<String> lines = Files.readAllLines(metrics);
    lines.set(0, lines.get(0).replaceFirst("\"mse\":[^,}]*", "\"mse\":0.000001"));
    Files.write(metrics, lines);
    Tiny.resume(run);
    assertThat(held(run)).isEqualTo("10w 30t 40t");
    Checkpoint best = CheckpointChoice.BEST.in(RunFolder.open(run));
    assertThat(best.stepInName()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "newest", "-1", "1.5", "12345678901234567890"})
  void other_words_for_a_checkpoint_are_refused(String name) {
    assertThatThrownBy(() -> new CheckpointChoice(name))
        .hasMessage("checkpoint: expected a step, best or latest, got " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "some", "2.5", "99999999999"})
  void other_numbers_to_keep_are_refused(String keep) {
    assertThatThrownBy(() -> recipe.with("watch.checkpoints.keep", keep))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("watch.checkpoints.keep: expected")
        .hasMessageContaining("at least 2");
  }

  @Test
  void a_learning_rate_may_change_between_two_stretches() {
    Tiny.train(run, recipe, 4);
    String rate = "model.gan.optimizer.generator.adam.learningRate";
    List<RecipeDifference> changed =
        RecipeRevision.make(RunFolder.open(run), Map.of(rate, "0.0005", "train.steps", "8"), false);
    assertThat(changed)
        .extracting(RecipeDifference::toString)
        .containsExactly(rate + ": 0.001 → 5.0E-4", "train.steps: 6 → 8");
    assertThat(Files.exists(RunFolder.open(run).recipeUntil(4))).isTrue();
    Tiny.resume(run);
    assertThat(Tiny.newest(run).position().step()).isEqualTo(8);
    Path same = Tiny.train(folder.resolve("same"), recipe.with("train.steps", 8));
    assertThat(Tiny.weights(run)).isNotEqualTo(Tiny.weights(same));
  }

  @Test
  void what_weights_depend_on_may_not_and_the_recipe_stays_as_it_is() throws IOException {
    Tiny.train(run, recipe, 4);
    String before = Files.readString(run.resolve("recipe.yaml"));
    assertThatThrownBy(
            () -> RecipeRevision.make(RunFolder.open(run), Map.of("train.batch", "4"), false))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("train.batch: 5 → 4");
    assertThat(run.resolve("recipe.yaml")).hasContent(before.stripTrailing());
  }
}
