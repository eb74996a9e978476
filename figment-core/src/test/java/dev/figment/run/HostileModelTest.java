package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ModelFileException;
import dev.figment.format.Safetensors;
import dev.figment.format.Safetensors.Entry;
import dev.figment.format.SafetensorsWriter;
import dev.figment.nn.Architecture;
import dev.figment.recipe.Recipe;
import dev.figment.run.exploration.Trained;
import dev.figment.run.folder.CheckpointMetadata;
import dev.figment.tensor.Backend;
import dev.figment.train.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of weights that say something else than what they hold: nothing is made of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileModelTest {
  private static final String POSITION = "figment.moment";
  private static final String RECIPE = "figment.recipe";

  @TempDir private static Path shared;
  private static Recipe recipe;
  private static Path whole;
  @TempDir private Path folder;
  private Path file;
  private Map<String, String> metadata;
  private Map<String, Entry> tensors;

  @BeforeAll
  static void train() {
    recipe = TinyCodecs.autoencoder(shared);
    Path run = Tiny.train(shared.resolve("autoencoder"), recipe, 1);
    whole = Tiny.newest(run).folder().resolve("weights.safetensors");
  }

  @BeforeEach
  void read() {
    Safetensors read = Safetensors.read(whole);
    metadata = new TreeMap<>(read.metadata());
    tensors = new TreeMap<>(read.entries());
    file = folder.resolve("model.safetensors");
  }

  private void write() {
    SafetensorsWriter writer = new SafetensorsWriter();
    metadata.forEach(writer::metadata);
    tensors.forEach(writer::put);
    writer.write(file);
  }

  /** It is refused with this message, with no native object made meanwhile. */
  private void refused(Consumer<String> check) {
    write();
    Backend.load();
    long before = Backend.livePointers();
    assertThatThrownBy(() -> Trained.open(file))
        .isInstanceOf(ModelFileException.class)
        .satisfies(e -> check.accept(e.getMessage()));
    assertThat(Backend.livePointers()).isEqualTo(before);
    assertThatThrownBy(
            () -> {
              try (Run run = Run.open(file, Settings.DEFAULT)) {
                run.trained();
              }
            })
        .isInstanceOf(ModelFileException.class);
  }

  private void refused(String message) {
    refused(said -> assertThat(said).isEqualTo(file + message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "7",
        "{\"step\": 1}",
        "{\"step\": 1, \"epoch\": 1}",
        "{\"step\": null, \"epoch\": 1, \"images\": 1}",
        "{\"step\": -1, \"epoch\": 1, \"images\": 1}",
        "{\"step\": 1, \"epoch\": -1, \"images\": 1}",
        "{\"step\": 1, \"epoch\": 1, \"images\": -1}",
        "{\"step\": 1, \"epoch\": \"NaN\", \"images\": 1}",
        "{\"step\": 1, \"epoch\": 1e999, \"images\": 1}",
        "{\"step\": 99999999999999999999, \"epoch\": 1, \"images\": 1}",
        "{\"step\": 1.5, \"epoch\": 1, \"images\": 1}"
      })
  void a_position_that_is_none_is_refused(String position) {
    metadata.put(POSITION, position);
    refused(
        said ->
            assertThat(said)
                .startsWith(file + ": figment.moment: expected step, epoch and images, got '"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "[]", "recipe: tiny", "*a", "{", "{{{{{{{{", "recipe: \u0000"})
  void a_recipe_that_is_none_is_refused(String written) {
    metadata.put(RECIPE, written);
    refused(said -> assertThat(said).startsWith(file + "/figment.recipe"));
  }

  @Test
  void a_recipe_whose_layers_do_not_fit_is_refused() {
    metadata.put(RECIPE, recipe.with("model.autoencoder.decoder.0.dense.units", 63).toYaml());
    refused(said -> assertThat(said).startsWith(file + "/figment.recipe: decoder/1 reshape: "));
  }

  @ParameterizedTest
  @ValueSource(ints = {2147483647, 1000000000, 7})
  void a_recipe_of_larger_layers_than_there_are_weights_is_refused_before_they_are_made(int units) {
    metadata.put(RECIPE, recipe.with("model.autoencoder.encoder.1.dense.units", units).toYaml());
    refused(
        ": encoder.1.weight: expected [%d, 64], got [6, 64]. The recipe is not the one it was"
                .formatted(units)
            + " trained with.");
  }

  @Test
  void a_network_that_is_not_there_may_not_be_gigantic() {
    metadata.put(
        RECIPE,
        recipe
            .with(
                "model.autoencoder.encoder",
                "[flatten, {dense: {units: 1000000, activation: selu}}, {dense: {units: 6}}]")
            .toYaml());
    tensors.keySet().removeIf(name -> name.startsWith("encoder."));
    refused(
        ": expected the weights of all networks, or of all but small ones, got 448 numbers where"
            + " the recipe asks for 71000006 more. Use the run that it was exported from.");
  }

  @Test
  void an_example_too_large_to_be_one_is_refused() {
    metadata.put("figment.example", "999999,999999,999999");
    refused(
        said -> assertThat(said).startsWith(file + ": figment.example: shape: an example holds"));
  }

  @Test
  void a_tensor_too_few_or_too_many_is_named() {
    tensors.remove("decoder.0.bias");
    tensors.put("decoder.9.bias\u001b[31m", Entry.of(new long[] {1}, 0f));
    refused(
        ": expected tensors decoder.0.bias, got tensors decoder.9.bias\\u001b[31m. The recipe is"
            + " not the one it was trained with.");
  }

  @Test
  void of_many_the_first_are_named() {
    for (int i = 0; i < 20; i++) {
      tensors.put("x%02d".formatted(i), Entry.of(new long[] {1}, 0f));
    }
    refused(
        ": expected no others, got tensors x00, x01, x02, x03, x04, x05, x06, x07 and 12 more. The"
            + " recipe is not the one it was trained with.");
  }

  @Test
  void integers_are_no_weights() {
    tensors.put("decoder.0.bias", Entry.of(new long[] {64}, new long[64]));
    refused(
        ": decoder.0.bias: expected F32, F16 or BF16, got I64. The recipe is not the one it was"
            + " trained with.");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void weights_that_are_not_finite_are_refused(float value) {
    float[] values = new float[64];
    values[63] = value;
    tensors.put("decoder.0.bias", Entry.of(new long[] {64}, values));
    refused(": decoder.0.bias: expected finite numbers, got " + value);
  }

  @Test
  void weights_to_begin_with_are_read_as_carefully() {
    float[] values = new float[64];
    values[0] = Float.NaN;
    tensors.put("decoder.0.bias", Entry.of(new long[] {64}, values));
    write();
    Recipe begun = recipe.with("train.init", file.toString());
    assertThatThrownBy(() -> Tiny.train(folder.resolve("run"), begun, 1))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(file + ": decoder.0.bias: expected finite numbers, got NaN");
  }

  @Test
  void what_it_is_of_is_known_without_its_data() throws IOException {
    write();
    Weights weights = Weights.read(file);
    Files.delete(file);
    Recipe said = CheckpointMetadata.recipe(weights);
    assertThat(said).isEqualTo(recipe);
    assertThat(CheckpointMetadata.networks(weights, said))
        .extracting(Architecture::name)
        .containsExactly("encoder", "decoder");
  }
}
