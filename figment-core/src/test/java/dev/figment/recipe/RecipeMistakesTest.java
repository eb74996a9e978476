package dev.figment.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ExitCode;
import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.nn.Dense;
import dev.figment.nn.Flatten;
import dev.figment.nn.GaussianNoise;
import dev.figment.nn.Layer;
import dev.figment.optim.Adam;
import dev.figment.train.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipeMistakesTest {
  private static final String GOOD =
      """
      recipe: mine
      seed: 1
      data: {set: glyphs}
      model:
        gan:
          latent: 4
          generator:
            - dense: 784
            - reshape: [28, 28, 1]
          discriminator:
            - conv2d: {filters: 2, kernel: 3, padding: same}
            - leakyRelu: 0.2
            - flatten
            - dense: 1
          targets: {real: 1}
          optimizer:
            generator: {adam: {learningRate: 1e-3}}
            discriminator: sgd
      train: {batch: 8, steps: 2}
      watch: {snapshots: {grid: 2x2}, checkpoints: {keep: 2}}
      """;

  @TempDir Path folder;

  private static ThrowingCallable reading(String yaml) {
    return () -> RecipeFormat.read(yaml, "mine.yaml");
  }

  private static ThrowingCallable reading(String part, String instead) {
    assertThat(GOOD).contains(part);
    return reading(GOOD.replace(part, instead));
  }

  @Test
  void the_recipe_that_these_mistakes_are_made_in_is_good() {
    Recipe recipe = RecipeFormat.read(GOOD, "mine.yaml");
    assertThat(recipe.about()).isEmpty();
    assertThat(recipe.watch().tickSteps()).isEqualTo(20);
    assertThat(RecipeFormat.read(recipe.toYaml(), "written")).isEqualTo(recipe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "    optimizer:| 16|    optimiser:| 5|"
            + " unknown key model.gan.optimiser; did you mean optimizer?",
        "seed: 1| 2|sede: 1| 1| unknown key sede; did you mean seed?",
        "kernel: 3| 11|kernal: 3| 30|"
            + " unknown key model.gan.discriminator.0.conv2d.kernal; did you mean kernel?",
        "{set: glyphs}| 3|{set: glyphs, zzz: 1}| 21|"
            + " unknown key data.zzz. Known here: set, split, range, classes, size, fit, colors,"
            + " binarization, holdOut",
        "seed: 1| 2|recipe: twice| 7| the key recipe stands twice",
        "    latent: 4| 7|| 5| missing key model.gan.latent",
        "{set: glyphs}| 3|{split: test}| 7| missing key data.set",
        "filters: 2, | 11|| 17| missing key model.gan.discriminator.0.conv2d.filters",
        "dense: 1\\n| 14|dense\\n| 9| missing key model.gan.discriminator.3.dense.units",
        "latent: 4| 6|latent: many| 13| model.gan.latent: expected a whole number, got many",
        "latent: 4| 6|latent: 1.5| 13| model.gan.latent: expected a whole number, got 1.5",
        "latent: 4| 6|latent: true| 13| model.gan.latent: expected a whole number, got true",
        "latent: 4| 6|latent: [4]| 13| model.gan.latent: expected a whole number, got a list",
        "latent: 4| 6|latent:| 12| model.gan.latent: expected a whole number, got nothing",
        "{set: glyphs}| 3|glyphs| 7| data: expected a map (key: value), got text",
        "{set: glyphs}| 3|[glyphs]| 7| data: expected a map (key: value), got a list",
        "learningRate: 1e-3| 17|learningRate: fast| 40|"
            + " model.gan.optimizer.generator.adam.learningRate: expected a number, got fast",
        "dense: 784| 8|dense: many| 16|"
            + " model.gan.generator.0.dense.units: expected a whole number, got many",
        "learningRate: 1e-3| 17|learningRate: 1e400| 25|"
            + " model.gan.optimizer.generator.adam.learningRate: expected a finite number, got"
            + " Infinity",
        "learningRate: 1e-3| 17|learningRate: .nan| 44|"
            + " model.gan.optimizer.generator.adam.learningRate: expected a finite number, got"
            + " .nan",
        "steps: 2| 19|kimg: .inf| 29| train.kimg: expected a finite number, got .inf",
        "steps: 2| 19|steps: 2, optimizer: adam| 29|"
            + " unknown key train.optimizer; did you mean model.gan.optimizer?",
        "steps: 2| 19|steps: 2, learningRate: 1| 29| unknown key train.learningRate; did you mean"
            + " model.gan.optimizer.generator.adam.learningRate or"
            + " model.gan.optimizer.discriminator.sgd.learningRate?",
        "padding: same| 11|padding: sane| 50| model.gan.discriminator.0.conv2d.padding: expected"
            + " one of same, valid, got sane; did you mean same?",
        "{adam:| 17|{adamm:| 24|"
            + " unknown optimizer adamm; did you mean adam? Known: adam, momentum, rmsprop, sgd",
        "  gan:| 5|  gam:| 6| unknown model gam; did you mean gan? Known: autoencoder,"
            + " gan, pretrainedClassifier, progressiveGan, styleGan, vae",
        "latent: 4| 6|latent: 99999999999| 24| model.gan.latent: expected a whole number of at"
            + " most 2147483647, got 99999999999",
        "seed: 1| 2|seed: 99999999999999999999| 27| seed: expected a whole number of at most"
            + " 9223372036854775807, got 99999999999999999999",
        "kernel: 3| 11|kernel: 0| 17| conv2d: kernel must be at least 1, got 0",
        "batch: 8| 19|batch: 0| 8| train.batch: expected at least 1, got 0",
        ", steps: 2| 19|| 8| train: expected epochs, steps or kimg, got none of them",
        "grid: 2x2| 20|grid: two| 27| grid: expected rows and columns as in 10x10, got two",
        "grid: 2x2| 20|everySteps: 0| 20| everySteps: expected at least 1, got 0",
        "keep: 2| 20|keep: 1| 53| watch.checkpoints.keep: expected at least 2, got 1",
        "real: 1| 15|real: [1, 0]| 21| targets: expected [low, high], got [1.0, 0.0]",
        "real: 1| 15|real: one| 21| targets: expected a number or [low, high], got one",
        "- flatten| 13|- 7| 10| expected the name of one layer, got 7",
        "- flatten| 13|- [flatten]| 10| expected the name of one layer, got a list",
        "- flatten| 13|-| 8| expected the name of one layer, got none",
        "0.2\\n"
            + "      - flatten| 13|0.2\\n"
            + "        relu:| 13| expected one layer, got leakyRelu and relu. Indent what belongs"
            + " to leakyRelu, or begin a new item."
      })
  void a_mistake_is_named_with_its_place(
      String part, int line, String instead, int column, String message) {
    String with = instead == null ? "" : instead;
    assertThatThrownBy(reading(part.replace("\\n", "\n"), with.replace("\\n", "\n")))
        .isInstanceOf(UsageException.class)
        .hasMessage("mine.yaml, line %d, column %d: %s", line, column, message)
        .extracting(e -> ((UsageException) e).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void an_unknown_layer_is_answered_with_those_near_and_all_there_are() {
    assertThatThrownBy(reading("- conv2d:", "- conv2:"))
        .hasMessageStartingWith(
            "mine.yaml, line 11, column 14: unknown layer conv2; did you mean conv2d or"
                + " conv2dTranspose? Known: activityRegularization, averagePooling2d,");
  }

  @Test
  void a_name_of_900_000_letters_is_told_by_its_first_80_at_once() {
    String name = "x\\e[31m" + "x".repeat(900_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String part : new String[] {"- flatten", "padding: same", "range: one"}) {
            String key = part.substring(0, part.indexOf(' ') + 1);
            String bad =
                part.startsWith("range")
                    ? GOOD.replace("{set: glyphs}", "{set: glyphs, range: one}")
                    : GOOD;
            assertThatThrownBy(reading(bad.replace(part, key + "\"" + name + "\"")))
                .isInstanceOf(UsageException.class)
                .message()
                .hasSizeLessThan(2_000)
                .contains("x\\u001b[31mxxx")
                .doesNotContain("\u001b");
          }
        });
  }

  @Test
  void what_is_longer_or_deeper_than_a_parser_takes_is_said_in_words() {
    assertThatThrownBy(reading("seed: 1", "seed: \"" + "1".repeat(900_000) + "\""))
        .hasMessage("mine.yaml: seed: expected at most 1000 as number value length, got 900000");
  }

  @Test
  void layers_whose_sizes_overflow_name_the_layer() {
    assertRefusesNetworks(
        "filters: 2, kernel: 3",
        "filters: 3, kernel: 2147483647",
        "discriminator/0 conv2d: expected sizes whose products");
    assertRefusesNetworks(
        "dense: 784", "dense: 2147483647", "generator/1 reshape: expected 784 numbers for 28×28×1");
    assertRefusesNetworks(
        "- conv2d: {filters: 2, kernel: 3, padding: same}",
        "- conv2dTranspose: {filters: 2, kernel: 3, stride: 2147483647, padding: same}",
        "discriminator/0 conv2dTranspose: expected sizes whose products");
    assertRefusesNetworks(
        "filters: 2,",
        "filters: 2147483647,",
        "discriminator/0 conv2d: shape: an example holds at most 2147483647");
  }

  private static void assertRefusesNetworks(String part, String instead, String message) {
    assertThat(GOOD).contains(part);
    Recipe recipe = RecipeFormat.read(GOOD.replace(part, instead), "mine.yaml");
    assertThatThrownBy(
            () ->
                recipe.model().architectures(ExampleForm.of(dev.figment.nn.Shape.image(28, 28, 1))))
        .hasMessageStartingWith(message)
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.USAGE);
  }

  @Test
  void a_recipe_from_java_with_a_number_that_is_not_finite_is_not_written() {
    Recipe recipe =
        RecipeFormat.read(GOOD.replace("leakyRelu: 0.2", "gaussianNoise: 0.2"), "mine.yaml");
    GanRecipe gan = (GanRecipe) recipe.model();
    List<Layer> layers =
        List.of(new GaussianNoise(Double.POSITIVE_INFINITY), new Flatten(), new Dense(1));
    Recipe infinite = recipe.withModel(GanRecipe.of(4, gan.generator(), layers, gan.optimizer()));
    assertThatThrownBy(infinite::toYaml)
        .hasMessage(
            "model.gan.discriminator.0.gaussianNoise.deviation: expected a finite number, got"
                + " Infinity");
    assertThatThrownBy(() -> new Adam(Double.POSITIVE_INFINITY))
        .hasMessage("adam: learningRate must be above 0, got Infinity");
  }

  @Test
  void layers_that_do_not_fit_name_the_layer() {
    Recipe recipe = RecipeFormat.read(GOOD.replace("[28, 28, 1]", "[28, 28, 2]"), "mine.yaml");
    assertThatThrownBy(
            () ->
                recipe.model().architectures(ExampleForm.of(dev.figment.nn.Shape.image(28, 28, 1))))
        .hasMessage(
            "generator/1 reshape: expected 1568 numbers for 28×28×2, got 784 from 784. Make the"
                + " sizes multiply to 784.");
  }

  @Test
  void an_empty_item_of_a_list_is_refused_in_words() {
    assertThatThrownBy(() -> RecipeText.read("atSteps: [null]", Schedule.class))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("expected a value for each item, got an empty one");
  }

  @Test
  void text_that_is_no_yaml_is_refused_with_what_the_parser_says() {
    assertThatThrownBy(reading("  gan:", "\tgan:"))
        .hasMessage(
            "mine.yaml, line 4, column 6: not readable as YAML: while scanning for the next token,"
                + " found character '\\t(TAB)' that cannot start any token."
                + " (Do not use \\t(TAB) for indentation)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing but a comment", "# drift, a key of before"})
  void an_empty_file_is_refused(String text) {
    assertThatThrownBy(reading(text))
        .hasMessageEndingWith("expected a map (key: value), got nothing");
  }

  @Test
  void a_file_of_one_word_or_a_list_is_refused() {
    assertThatThrownBy(reading("null")).hasMessage("mine.yaml: expected a recipe, got nothing");
    assertThatThrownBy(reading("hello"))
        .hasMessage("mine.yaml, line 1, column 1: expected a map (key: value), got text");
    assertThatThrownBy(reading("- a\n- b\n"))
        .hasMessage("mine.yaml, line 1, column 1: expected a map (key: value), got a list");
  }

  @Test
  void a_second_document_is_refused() {
    assertThatThrownBy(reading(GOOD + "---\n" + GOOD))
        .hasMessage("mine.yaml, line 22, column 1: expected one document, got a second");
  }

  @Test
  void aliases_are_refused_rather_than_taken_for_text() {
    assertThatThrownBy(
            reading(
                GOOD.replace("generator: {adam", "generator: &same {adam")
                    .replace("discriminator: sgd", "discriminator: *same")))
        .hasMessage(
            "mine.yaml, line 18, column 22: model.gan.optimizer: not readable as YAML: aliases are"
                + " refused, got *same. Write it out.");
  }

  @Test
  void bombs_are_refused_at_once() {
    String bomb = "recipe: &a [x, x]\nabout: &b [*a, *a]\nseed: [*b, *b]\n";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThatThrownBy(reading(bomb)).isInstanceOf(UsageException.class);
          assertThatThrownBy(reading("recipe: " + "[".repeat(900_000)))
              .hasMessage("mine.yaml, line 1, column 9: recipe: expected text, got a list");
          assertThatThrownBy(reading("data: " + "{set: ".repeat(100_000)))
              .isInstanceOf(UsageException.class);
          assertThatThrownBy(reading("about: " + "x".repeat(5_000_000)))
              .hasMessage(
                  "mine.yaml: expected a recipe of at most 1000000 characters, got 5000007");
        });
  }

  @Test
  void a_file_in_another_encoding_is_refused() throws IOException {
    Path file = Files.write(folder.resolve("mine.yaml"), new byte[] {'a', (byte) 0xe4, 'b'});
    assertThatThrownBy(() -> Recipes.find(file.toString()))
        .hasMessage(file + ": expected text in UTF-8, got other bytes");
  }

  @Test
  void short_forms_mean_the_long_ones() {
    assertThat(RecipeFormat.read(GOOD.replace("dense: 784", "dense: {units: 784}"), "long"))
        .isEqualTo(RecipeFormat.read(GOOD, "short"));
    assertThatCode(reading("- flatten", "- flatten:")).doesNotThrowAnyException();
    assertThat(RecipeFormat.read(GOOD.replace("leakyRelu: 0.2", "leakyRelu:"), "empty"))
        .isEqualTo(RecipeFormat.read(GOOD.replace("leakyRelu: 0.2", "leakyRelu"), "bare"));
  }
}
