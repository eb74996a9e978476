package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.format.Dtype;
import dev.figment.format.Safetensors;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Device;
import dev.figment.train.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of model promises, where its steps multiply in bfloat16. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Bfloat16Test {
  private static final String KEY = "train.precision";

  private static final String AUTOENCODER =
      """
      recipe: small
      data: {set: glyphs, size: 16}
      model:
        autoencoder:
          encoder:
            - conv2d: {filters: 8, kernel: 3, stride: 2, padding: same, activation: relu}
            - conv2d: {filters: 8, kernel: 3, stride: 2, padding: same, activation: relu}
            - flatten
            - dense: 16
          decoder:
            - dense: {units: 128, activation: relu}
            - reshape: [4, 4, 8]
            - conv2dTranspose: {filters: 8, kernel: 3, stride: 2, padding: same, activation: relu}
            - conv2dTranspose: {filters: 1, kernel: 3, stride: 2, padding: same, activation: sigmoid}
          loss: binaryCrossEntropy
          optimizer: {adam: 2e-3}
      train: {batch: 32, steps: 90}
      watch:
        snapshots: {everySteps: 1000}
        validation: {everySteps: 30, examples: 100}
      """;

  @TempDir Path folder;

  /** Two would wait for one another longer than they work, beside whatever else runs. */
  @BeforeAll
  static void on_one_thread() {
    Backend.threads(1);
  }

  static List<ModelCase> cases() {
    return ModelCase.all();
  }

  private static Recipe bfloat16(Recipe recipe) {
    return recipe.with(KEY, "bfloat16");
  }

  /** But for biases: where real and generated ones look alike, so few digits cancel to 0. */
  private static boolean moves(String parameter) {
    return ModelCase.learns(parameter) && !parameter.endsWith("bias");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weights_learn_and_go_on_after_a_stop_as_if_there_were_none(ModelCase each) {
    Recipe recipe = bfloat16(each.recipe());
    Map<String, String> straight = Tiny.numbers(Tiny.train(folder.resolve("straight"), recipe));
    Path run = Tiny.train(folder.resolve("stopped"), recipe, 1);
    Map<String, String> early = Tiny.weights(run);
    assertThat(Tiny.numbers(Tiny.resume(Tiny.resume(run, 4)))).isEqualTo(straight);
    early.keySet().removeIf(name -> !moves(name));
    early.forEach((name, values) -> assertThat(values).as(name).isNotEqualTo(straight.get(name)));
  }

  @Test
  void what_it_trains_is_kept_in_float32_and_is_not_what_float32_would_have_made() {
    Recipe recipe = Tiny.recipe(folder);
    Path run = Tiny.train(folder.resolve("run"), bfloat16(recipe));
    for (String file : List.of("weights.safetensors", "training.safetensors")) {
      assertThat(Safetensors.read(Tiny.newest(run).folder().resolve(file)).entries().values())
          .allSatisfy(entry -> assertThat(entry.dtype()).isEqualTo(Dtype.F32));
    }
    assertThat(Tiny.weights(Tiny.train(folder.resolve("exact"), recipe)))
        .isNotEqualTo(Tiny.weights(run));
  }

  @Test
  void a_training_in_float32_is_the_same_before_and_after_one_in_bfloat16() {
    Recipe recipe = Tiny.recipe(folder);
    Map<String, String> before = Tiny.numbers(Tiny.train(folder.resolve("before"), recipe));
    Tiny.train(folder.resolve("between"), bfloat16(recipe));
    assertThat(Tiny.numbers(Tiny.train(folder.resolve("after"), recipe))).isEqualTo(before);
  }

  /** The mean squared error at each validation of a training. */
  private List<Double> errors(String name, Recipe recipe) {
    Path run = Tiny.train(folder.resolve(name), recipe);
    return new JsonLines(run.resolve("metrics.jsonl"))
        .read().stream().map(line -> line.path("mse").asDouble()).toList();
  }

  @Test
  void an_autoencoder_learns_as_well_as_in_float32() {
    Recipe recipe = RecipeFormat.read(AUTOENCODER, "small.yaml");
    List<Double> exact = errors("exact", recipe);
    List<Double> rounded = errors("rounded", bfloat16(recipe));
    assertThat(rounded).hasSize(3).isNotEqualTo(exact);
    assertThat(rounded.get(2)).isLessThan(rounded.get(0) / 2);
    assertThat(rounded.get(2)).isBetween(0.9 * exact.get(2), 1.1 * exact.get(2));
  }

  @Test
  void recipes_that_do_not_say_it_are_in_float32_and_runs_write_it_down() {
    Recipe recipe = Tiny.recipe(folder);
    assertThat(recipe.train().precision()).isEqualTo(Precision.FLOAT32);
    assertThat(recipe.toYaml()).contains("precision: float32");
    Path run = Tiny.train(folder.resolve("run"), bfloat16(recipe));
    assertThat(RunFolder.open(run).recipe().train().precision()).isEqualTo(Precision.BFLOAT16);
  }

  @Test
  void a_precision_that_there_is_not_is_refused() {
    assertThatThrownBy(() -> Tiny.recipe(folder).with(KEY, "float16"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("train.precision", "float16", "float32", "bfloat16");
  }

  @Test
  void on_another_device_than_the_cpu_no_folder_is_made() {
    Path run = folder.resolve("run");
    Settings cuda = new Settings(null, Device.CUDA);
    Recipe recipe = bfloat16(Tiny.recipe(folder));
    assertThatThrownBy(() -> Run.create(run, recipe, cuda))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("train.precision: bfloat16 is for the CPU, got the device cuda.");
    assertThat(run).doesNotExist();
  }

  @Test
  void a_checkpoint_goes_on_in_its_own_precision_only() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), bfloat16(Tiny.recipe(folder)), 2);
    Path file = run.resolve("recipe.yaml");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("bfloat16", "float32"));
    assertThatThrownBy(() -> Tiny.resume(run))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("train.precision: bfloat16 → float32");
  }
}
