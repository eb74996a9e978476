package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UntrainedSampleTest {
  /** Steps that change no weight: what is then sampled is what a training begins with. */
  private static final List<String> STANDSTILL =
      List.of(
          "--set=model.gan.optimizer.generator={sgd: 1e-30}",
          "--set=model.gan.optimizer.discriminator={sgd: 1e-30}");

  @TempDir private Path folder;

  private Path untrained(String name, List<String> arguments) {
    Path file = folder.resolve(name);
    List<String> all = new ArrayList<>(List.of("sample", "--untrained", "--out=" + file));
    all.addAll(arguments);
    Console console = Console.run(all.toArray(String[]::new));
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).isEqualTo(file + "\n");
    return file;
  }

  private static void assertRefused(String message, String... words) {
    assertThat(Console.run(words)).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  @Test
  void it_is_what_a_training_of_that_seed_begins_with() throws IOException {
    Path run = folder.resolve("run");
    Console trained =
        TinyGan.train(run, "--steps=1", "--set=seed=5", STANDSTILL.get(0), STANDSTILL.get(1));
    assertThat(trained.code()).as(trained.err()).isZero();
    Path begun = folder.resolve("begun.png");
    assertThat(Console.run("sample", run.toString(), "--grid=2x3", "--out=" + begun).code())
        .isZero();
    List<String> recipe = new ArrayList<>(TinyGan.recipe());
    recipe.addAll(List.of("--set=seed=5", "--grid=2x3"));
    assertThat(untrained("first.png", recipe)).hasSameBinaryContentAs(begun);
    recipe.set(recipe.size() - 2, "--set=seed=6");
    assertThat(Files.readAllBytes(untrained("other.png", recipe)))
        .isNotEqualTo(Files.readAllBytes(begun));
  }

  @Test
  void no_data_is_needed_where_the_set_has_a_name() throws IOException {
    Path file =
        untrained(
            "25.png",
            List.of("mnist-five-gan", "--grid=5x5", "--data-dir=" + folder.resolve("nowhere")));
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(5 * 56 + 6 * 2);
  }

  @Test
  void normalization_is_that_of_use_so_an_image_is_its_point_s_alone() throws IOException {
    Path two = untrained("two.png", List.of("mnist-bn-gan", "--grid=1x2"));
    Path one = untrained("one.png", List.of("mnist-bn-gan", "--grid=1x1"));
    for (int i = 2; i < 58; i++) {
      assertThat(ImageIO.read(two.toFile()).getRGB(i, i))
          .isEqualTo(ImageIO.read(one.toFile()).getRGB(i, i));
    }
  }

  @Test
  void recipes_alone_are_untrained_and_changed() {
    assertRefused(
        "--set: changes a recipe, and a run has its own. Add --untrained, or leave --set out.",
        "sample",
        "runs/digits",
        "--set=seed=3");
    assertRefused(
        "--checkpoint: --untrained is before all of them. Leave one of them out.",
        "sample",
        "mnist-dcgan",
        "--untrained",
        "--checkpoint=best");
    assertRefused(
        "unknown recipe mnist-dcgna; did you mean mnist-dcgan? See all with: figment recipes",
        "sample",
        "mnist-dcgna",
        "--untrained");
  }
}
