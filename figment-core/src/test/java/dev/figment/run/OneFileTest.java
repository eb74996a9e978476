package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ModelFileException;
import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.data.Split;
import dev.figment.format.Safetensors;
import dev.figment.format.SafetensorsWriter;
import dev.figment.recipe.Recipe;
import dev.figment.run.exploration.Trained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OneFileTest {
  @TempDir private static Path shared;
  private static Path autoencoder;
  @TempDir Path folder;

  @BeforeAll
  static void train() {
    autoencoder = Tiny.train(shared.resolve("autoencoder"), TinyCodecs.autoencoder(shared));
  }

  private static Path export(Path run, String part, Path target) {
    try (Run opened = Run.open(run, Settings.DEFAULT)) {
      opened.export(part, target);
    }
    return target;
  }

  static Stream<Recipe> samplers() {
    return Stream.concat(
        ModelCase.samplers().stream().map(ModelCase::recipe),
        Stream.of(TinyCodecs.vae(shared).with("train.steps", 2)));
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void what_samples_is_enough_to_sample(Recipe recipe) {
    Path run = Tiny.train(folder.resolve("run"), recipe, 2);
    Path file = folder.resolve("part.safetensors");
    try (Run opened = Run.open(run, Settings.DEFAULT)) {
      Trained whole = opened.trained();
      boolean isGan = recipe.model().parts(whole.form()).containsKey("generator");
      opened.export(isGan ? "generator" : "decoder", file);
      try (Trained alone = Trained.open(file)) {
        assertThat(alone.sample(3, 5).pixels()).isEqualTo(whole.sample(3, 5).pixels());
        assertThat(alone.recipe()).isEqualTo(opened.recipe());
        assertThat(alone.position()).isEqualTo(whole.position());
      }
    }
  }

  @Test
  void a_whole_model_does_all_that_its_run_does() {
    Path file = export(autoencoder, null, folder.resolve("model.safetensors"));
    try (Run run = Run.open(autoencoder, Settings.DEFAULT);
        Run opened = Run.open(file, Settings.DEFAULT)) {
      assertThat(opened.trained().encode(opened.data(Split.TEST)))
          .isEqualTo(run.trained().encode(run.data(Split.TEST)));
    }
  }

  @Test
  void the_weights_of_a_checkpoint_are_such_a_file() {
    Path weights = Tiny.newest(autoencoder).folder().resolve("weights.safetensors");
    try (Trained opened = Trained.open(weights)) {
      assertThat(opened.toString()).isEqualTo("tiny-autoencoder[8, 8, 1]");
    }
  }

  @Test
  void a_network_that_is_not_there_is_refused_when_it_is_run() {
    Path file = export(autoencoder, "decoder", folder.resolve("decoder.safetensors"));
    try (Run run = Run.open(autoencoder, Settings.DEFAULT);
        Trained decoder = Trained.open(file)) {
      assertThat(decoder.decode(new float[6], null).count()).isEqualTo(1);
      assertThatThrownBy(() -> decoder.encode(run.data(Split.TEST)))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              file
                  + ": expected the weights of network encoder too, got those of decoder alone."
                  + " Use the run that it was exported from.");
    }
  }

  @Test
  void the_decoder_of_tied_layers_comes_with_its_encoder() {
    Recipe tied =
        TinyCodecs.autoencoder(shared)
            .with(
                "model.autoencoder.decoder",
                "[{denseTranspose: {of: 1, units: 64, activation: sigmoid}}, {reshape: [8, 8,"
                    + " 1]}]");
    assertThat(tied.model().parts(form()).get("decoder")).containsExactly("encoder", "decoder");
  }

  private static ExampleForm form() {
    try (Run run = Run.open(autoencoder, Settings.DEFAULT)) {
      return run.trained().form();
    }
  }

  @Test
  void a_part_is_smaller_than_the_whole() throws IOException {
    Path whole = export(autoencoder, null, folder.resolve("model.safetensors"));
    Path part = export(autoencoder, "decoder", folder.resolve("decoder.safetensors"));
    assertThat(Files.size(part)).isLessThan(Files.size(whole));
    assertThat(Safetensors.read(part).entries().keySet())
        .allMatch(name -> name.startsWith("decoder."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"figment.recipe", "figment.example", "figment.moment"})
  void weights_that_do_not_say_what_they_are_of_are_refused(String key) {
    Path file = folder.resolve("foreign.safetensors");
    write(file, key, null);
    assertThatThrownBy(() -> Trained.open(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(
            file + ": expected the metadata " + key + ", which says what model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-8,8,1", "8,,1", "8,8,1,1,1", "99999999,8,1", "0,8,1"})
  void a_shape_that_is_none_is_refused(String shape) {
    Path file = folder.resolve("odd.safetensors");
    write(file, "figment.example", shape);
    assertThatThrownBy(() -> Trained.open(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(file + ": figment.example: expected sizes as in 28,28,1, got " + shape);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[null]", "{}", "[1"})
  void classes_that_are_none_are_refused(String classes) {
    Path file = folder.resolve("odd.safetensors");
    write(file, "figment.classes", classes);
    assertThatThrownBy(() -> Trained.open(file)).isInstanceOf(ModelFileException.class);
  }

  /** The autoencoder's weights with one entry of their metadata changed, or left out. */
  private static void write(Path file, String key, String value) {
    Safetensors weights =
        Safetensors.read(Tiny.newest(autoencoder).folder().resolve("weights.safetensors"));
    SafetensorsWriter writer = new SafetensorsWriter();
    for (Map.Entry<String, String> each : weights.metadata().entrySet()) {
      if (!each.getKey().equals(key)) {
        writer.metadata(each.getKey(), each.getValue());
      } else if (value != null) {
        writer.metadata(key, value);
      }
    }
    weights.entries().forEach(writer::put);
    writer.write(file);
  }
}
