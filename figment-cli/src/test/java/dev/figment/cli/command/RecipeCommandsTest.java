package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipeCommandsTest {
  @TempDir private Path folder;

  private static JsonNode json(String... arguments) {
    Console console = Console.run(arguments);
    assertThat(console.code()).as(console.err()).isZero();
    return JsonMapper.shared().readTree(console.out());
  }

  private static void assertRefused(String message, String... arguments) {
    assertThat(Console.run(arguments)).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  @Test
  void recipes_are_listed_with_their_data() {
    assertThat(Console.run("recipes").out())
        .containsPattern("^recipe +data +about\nglyphs-dcgan +glyphs +Small");
    assertThat(json("recipes", "--json").get(0).get("name").asString()).isEqualTo("glyphs-dcgan");
  }

  @Test
  void a_recipe_is_shown_with_its_defaults_and_changes() {
    assertThat(Console.run("show", "mnist-dcgan", "--set", "train.batch=77").out())
        .startsWith("recipe: mnist-dcgan\n")
        .contains("batch: 77", "tickSteps: 20")
        .doesNotContain("#");
  }

  @Test
  void what_is_shown_can_be_read_again() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, Console.run("show", "glyphs-dcgan").out());
    assertThat(Console.run("show", file.toString())).isEqualTo(Console.run("show", "glyphs-dcgan"));
  }

  @Test
  void a_recipe_is_shown_as_written_with_its_comments() {
    assertThat(Console.run("show", "glyphs-dcgan", "--as-written").out()).startsWith("# ");
    assertRefused(
        "--as-written: shows the text unchanged. Leave out --set, or --as-written.",
        "show",
        "glyphs-dcgan",
        "--as-written",
        "--set=seed=2");
  }

  @Test
  void a_summary_can_be_read_by_a_script() {
    JsonNode summary = json("summary", "mnist-dcgan", "--json", "--data-dir", "nowhere");
    assertThat(summary.propertyNames()).containsExactly("recipe", "networks", "total", "joined");
    JsonNode generator = summary.get("networks").get(0);
    assertThat(generator.propertyNames())
        .containsExactly("name", "layers", "parameters", "trainable");
    JsonNode layer = generator.get("layers").get(3);
    assertThat(layer.toString())
        .isEqualTo("{\"layer\":\"conv2dTranspose\",\"output\":[14,14,128],\"parameters\":262272}");
    assertThat(summary.get("total").asLong()).isEqualTo(1_204_994);
    assertThat(summary.get("joined").get("parameters").asLong()).isEqualTo(1_204_994);
    assertThat(summary.get("joined").get("trainable").asLong()).isEqualTo(1_164_289);
  }

  @Test
  void a_gan_is_also_shown_as_its_generator_learns() {
    assertThat(Console.run("summary", "mnist-dcgan").out())
        .containsPattern(
            "\ngan \\(input 100\\)\n─+\nlayer .*\n─+\n0 generator +28×28×1 +1,164,289 *\n"
                + "1 discriminator, frozen +1 +40,705 *\n─+\ntotal parameters: 1,204,994\n"
                + "trainable: 1,164,289\nnot trainable: 40,705\n");
    assertThat(Console.run("summary", "mnist-bn-gan").out()) // 3,584 running statistics
        .contains("total parameters: 2,027,025\ntrainable: 1,489,936\nnot trainable: 537,089\n");
    assertThat(Console.run("summary", "mnist-conditional-gan").out()).doesNotContain("frozen");
    assertThat(Console.run("summary", "fashion-vae", "--json").out()).doesNotContain("joined");
  }

  @Test
  void a_summary_is_a_table_for_each_network() {
    assertThat(Console.run("summary", "mnist-dcgan").out())
        .contains("generator (input 100)", "3 conv2dTranspose", "discriminator (input 28×28×1)")
        .endsWith("mnist-dcgan: 1,204,994 parameters in all\n");
  }

  @Test
  void networks_are_drawn_and_the_file_is_named() {
    Path file = folder.resolve("networks.svg");
    Console plot = Console.run("plot", "glyphs-dcgan", "--out", file.toString());
    assertThat(plot).isEqualTo(new Console(0, file + "\n", ""));
    assertThat(file).content().contains("conv2d 64 · 4×4 · stride 2 · same");
    assertThat(file).content().contains(">gan<", ">discriminator, frozen<", ">36,513 parameters<");
  }

  @Test
  void an_unknown_recipe_is_answered_with_the_nearest() {
    assertRefused(
        "unknown recipe mnist-dcgna; did you mean mnist-dcgan? See all with: figment recipes",
        "summary",
        "mnist-dcgna");
  }

  @Test
  void changes_that_do_not_fit_are_refused() {
    assertRefused(
        "--set: expected KEY=VALUE as in --set train.batch=64, got train.batch.",
        "show",
        "mnist-dcgan",
        "--set=train.batch");
    assertRefused(
        "--set train.batch: train.batch: expected a whole number, got abc",
        "show",
        "mnist-dcgan",
        "--set=train.batch=abc");
    assertRefused(
        "--set train.batch: train.batch: expected at least 1, got 0",
        "show",
        "mnist-dcgan",
        "--set=train.batch=0");
    assertRefused(
        "--set: unknown key model.gan.optimiser; did you mean optimizer? Known here: latent,"
            + " generator, discriminator, loss, targets, updates, reals, discriminatorSteps,"
            + " labels, penalties, weightClip, featureMatching, historicalAveraging, instanceNoise,"
            + " augment, ema, optimizer",
        "show",
        "mnist-dcgan",
        "--set=model.gan.optimiser.generator=sgd");
  }

  @Test
  void layers_that_do_not_fit_are_named() {
    assertRefused(
        "generator/3 reshape: expected 3185 numbers for 7×7×65, got 3136 from 3136. Make the"
            + " sizes multiply to 3136.",
        "summary",
        "glyphs-dcgan",
        "--set=model.gan.generator.3.reshape=[7,7,65]");
    assertRefused(
        "discriminator/0 conv2d: expected an image of at least 40×40 for kernel 40 with valid"
            + " padding, got 28×28×1. Use a smaller kernel, or padding: same.",
        "summary",
        "glyphs-dcgan",
        "--set=model.gan.discriminator.0.conv2d={filters: 2, kernel: 40}");
  }
}
