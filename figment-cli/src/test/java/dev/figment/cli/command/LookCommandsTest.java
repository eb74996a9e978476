package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pictures as textbooks have them: dark ink, stretched values, grids of drawn points. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LookCommandsTest {
  /** A column of the pictures of 8×8, zoomed by 2, with a margin of 2. */
  private static final int CELL = 18;

  @TempDir private static Path folder;
  private static Path autoencoder;
  private static Path vae;
  private static Path vectors;
  private static Path gan;

  @BeforeAll
  static void train() throws IOException {
    ExploredRuns explored = ExploredRuns.in(folder);
    autoencoder = explored.autoencoder();
    vae = explored.vae();
    vectors = explored.vectors();
    gan = folder.resolve("gan");
    TinyGan.train(gan, "--steps=1");
  }

  private static Console run(String command, Path run, Object... more) {
    Stream<String> options = Stream.of(more).map(String::valueOf);
    return Console.run(
        Stream.concat(Stream.of(command, run.toString()), options).toArray(String[]::new));
  }

  private static BufferedImage picture(Path expected, Console console) throws IOException {
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).isEqualTo(expected + "\n");
    return ImageIO.read(expected.toFile());
  }

  private static void assertRefused(String message, Console console) {
    assertThat(console).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  private static int gray(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xff;
  }

  @Test
  void dark_ink_reverses_every_picture() throws IOException {
    for (String command : new String[] {"reconstruct", "interpolate", "sample"}) {
      BufferedImage light = ImageIO.read(Path.of(run(command, vae).out().strip()).toFile());
      Console console = run(command, vae, "--ink=dark");
      BufferedImage dark = ImageIO.read(Path.of(console.out().strip()).toFile());
      assertThat(console.out()).contains("-dark.png");
      for (int x = 5; x < 15; x++) {
        assertThat(gray(dark, x, 9)).isEqualTo(255 - gray(light, x, 9));
      }
      assertThat(dark.getRGB(0, 0)).isEqualTo(light.getRGB(0, 0));
    }
  }

  @Test
  void stretched_images_go_from_black_to_white() throws IOException {
    Path out = gan.resolve("samples-seed1-stretched.png");
    BufferedImage picture = picture(out, run("sample", gan, "--grid=1x1", "--stretch"));
    int lowest = 255;
    int highest = 0;
    for (int y = 2; y < picture.getHeight() - 2; y++) {
      for (int x = 2; x < picture.getWidth() - 2; x++) {
        lowest = Math.min(lowest, gray(picture, x, y));
        highest = Math.max(highest, gray(picture, x, y));
      }
    }
    assertThat(lowest).isZero();
    assertThat(highest).isEqualTo(255);
  }

  @Test
  void the_origin_comes_first() throws IOException {
    Path zeros = folder.resolve("zeros.png");
    Path row = folder.resolve("row.png");
    Path plain = folder.resolve("plain.png");
    run("sample", vae, "--latent=zeros", "--out=" + zeros);
    run("sample", vae, "--scale=4", "--origin", "--grid=1x3", "--out=" + row);
    run("sample", vae, "--scale=4", "--grid=1x3", "--out=" + plain);
    BufferedImage all = ImageIO.read(row.toFile());
    BufferedImage origin = ImageIO.read(zeros.toFile());
    BufferedImage without = ImageIO.read(plain.toFile());
    for (int x = 2; x < CELL; x++) {
      assertThat(all.getRGB(x, 7)).isEqualTo(origin.getRGB(x, 7));
      assertThat(all.getRGB(x + CELL, 7)).isEqualTo(without.getRGB(x, 7));
    }
    assertThat(run("sample", vae, "--origin", "--scale=4").out())
        .isEqualTo(vae.resolve("samples-scale4-origin-seed1.png") + "\n");
    assertRefused(
        "--origin: is for --prior normal, whose mean it is, and the prior is the mixture. Leave it"
            + " out, or add --prior normal.",
        run("sample", autoencoder, "--origin"));
  }

  @Test
  void twelve_drawn_points_become_a_grid() throws IOException {
    BufferedImage grid =
        picture(
            vae.resolve("interpolation-seed3.png"), run("interpolate", vae, "--seeds", "--seed=3"));
    assertThat(grid.getWidth()).isEqualTo(7 * 20 + 4);
    assertThat(grid.getHeight()).isEqualTo(5 * 20 + 4);
    Path samples = folder.resolve("twelve.png");
    run("sample", vae, "--grid=3x4", "--seed=3", "--out=" + samples);
    BufferedImage twelve = ImageIO.read(samples.toFile());
    for (int x = 0; x < 16; x++) {
      assertThat(grid.getRGB(4 + 40 + x, 4 + 40 + 5))
          .isEqualTo(twelve.getRGB(2 + CELL + x, 2 + CELL + 5));
    }
    assertThat(run("interpolate", gan, "--seeds").out())
        .isEqualTo(gan.resolve("interpolation-seed1.png") + "\n");
    assertThat(run("interpolate", gan).out())
        .isEqualTo(gan.resolve("interpolation-seed-1-2.png") + "\n");
    assertRefused(
        "--seed: is for the grid of --seeds alone. A line goes --from one seed --to another.",
        run("interpolate", gan, "--seed=3"));
  }

  @Test
  void a_plane_in_space_is_drawn_with_its_codings() throws IOException {
    Console console = run("map", vectors);
    assertThat(console.code()).as(console.err()).isZero();
    BufferedImage both = ImageIO.read(vectors.resolve("latent-map.png").toFile());
    assertThat(both.getWidth()).isGreaterThan((int) (1.5 * both.getHeight()));
    assertThat(Files.readString(vectors.resolve("latent-map.svg")))
        .contains("points, and the surface of the codings", "tilted-plane");
  }

  @Test
  void a_set_of_one_class_is_counted_drawn_and_printed() throws IOException {
    Path out = folder.resolve("fives.png");
    Console console =
        Console.run("data", "info", "glyphs", "--classes=5", "--first=64", "--out=" + out);
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .containsPattern(
            "from 0\\.0000, quarters at 0\\.\\d{4}, 0\\.\\d{4} and [01]\\.\\d{4}, to 1")
        .containsPattern("\n5 +[\\d,]+\n")
        .doesNotContainPattern("\n6 +[\\d,]+\n");
    assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(8 * 58 + 2);
    Console numbers = Console.run("data", "info", "glyphs", "--classes=5", "--image=3");
    assertThat(numbers.out().lines().filter(line -> line.matches("( *\\d{1,3}){28}"))).hasSize(28);
    JsonNode json =
        JsonMapper.shared()
            .readTree(Console.run("data", "info", "glyphs", "--image=0", "--json").out());
    assertThat(json.path("image").size()).isEqualTo(28);
    assertThat(json.path("quartiles").path("highest").asDouble()).isEqualTo(1);
    assertThat(json.path("examples").asInt()).isPositive();
  }

  @Test
  void what_a_set_does_not_have_is_refused() {
    assertThat(Console.run("data", "info", "glyphs", "--classes=ten").err())
        .contains("glyphs: no class ten");
    assertRefused(
        "--first: is for --out. Add it, or leave this out.",
        Console.run("data", "info", "glyphs", "--first=3"));
    assertThat(Console.run("data", "info", "glyphs", "--image=-1").err())
        .contains("--image: expected an example by its number from 0 to ");
  }
}
