package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.data.Range;
import dev.figment.data.image.Fit;
import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code figment new}, and that what it writes can be trained. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewCommandTest {
  private static final Random RANDOM = new Random(1);

  @TempDir private Path folder;

  /** Noise, gray or in color, in one folder or in one for each of two classes. */
  private Path photos(String name, int count, int height, int width, boolean gray, boolean classes)
      throws IOException {
    Path photos = folder.resolve(name);
    for (int i = 0; i < count; i++) {
      Path file = photos.resolve((classes ? i % 2 == 0 ? "a/" : "b/" : "") + i + ".png");
      Files.createDirectories(file.getParent());
      draw(file, height, width, gray);
    }
    return photos;
  }

  private static void draw(Path file, int height, int width, boolean gray) throws IOException {
    if (gray) {
      byte[] levels = new byte[height * width];
      RANDOM.nextBytes(levels);
      Png.write(GrayImage.of(width, height, levels), file);
      return;
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, RANDOM.nextInt(0x1000000));
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private Console write(Path photos, Path recipe, String... more) {
    return Console.run(
        Stream.concat(Stream.of("new", photos + "/", "--out=" + recipe), Stream.of(more))
            .toArray(String[]::new));
  }

  private void train(Path recipe, String name) {
    Console trained =
        Console.run(
            "train",
            recipe.toString(),
            "--threads=1",
            "--steps=2",
            "--set=train.batch=2",
            "--set=watch.snapshots.grid=2x2",
            "--run=" + folder.resolve(name));
    assertThat(trained.code()).as(trained.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "gan, 50, 50, true, false",
    "gan, 60, 44, false, true",
    "vae, 56, 40, false, true",
    "autoencoder, 50, 50, false, true"
  })
  void what_it_writes_can_be_trained(
      String kind, int height, int width, boolean gray, boolean classes) throws IOException {
    Path recipe = folder.resolve("my photos.yaml");
    Path photos = photos("my photos", 5, height, width, gray, classes);

    Console written = write(photos, recipe, "--kind=" + kind);

    assertThat(written.code()).as(written.err()).isZero();
    assertThat(written.out()).isEqualTo(recipe + "\n");
    assertThat(written.err())
        .contains(
            "found:    5 images of %d×%d pixels, %s%s\n"
                .formatted(
                    height,
                    width,
                    gray ? "gray" : "in color",
                    classes ? ", of 2 classes (a, b)" : ""))
        .contains("next:     figment train '" + recipe + "'\n");
    assertThat(Recipes.find(recipe.toString()).data().size())
        .isEqualTo(height == width ? List.of(height) : List.of(height, width));
    train(recipe, "run");
  }

  @Test
  void photos_of_many_sizes_are_cut_to_one_shape() throws IOException {
    Path photos = photos("mixed", 3, 300, 400, false, false);
    draw(photos.resolve("portrait.png"), 400, 200, false);
    draw(photos.resolve("gray.png"), 300, 400, true);
    Path recipe = folder.resolve("mixed.yaml");

    Console written = write(photos, recipe);

    assertThat(written.err())
        .contains("5 images of 400×200 to 300×400 pixels, in color, cut to the shape of 48×64");
    Recipe read = Recipes.find(recipe.toString());
    assertThat(read.data().size()).containsExactly(48, 64);
    assertThat(read.data().fit()).isEqualTo(Fit.CROP);
    assertThat(read.data().colors()).hasToString("rgb");
    train(recipe, "run");
  }

  @Test
  void a_size_can_be_asked_for() throws IOException {
    Path photos = photos("large", 3, 200, 200, true, false);
    Path recipe = folder.resolve("large.yaml");

    write(photos, recipe, "--size=32x48");

    assertThat(Recipes.find(recipe.toString()).data().size()).containsExactly(32, 48);
    assertThat(write(photos, recipe, "--size=huge"))
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: --size: expected one side or HxW, as in 64 or 112x80, each from 1 to"
                    + " 4096, got huge\n"));
  }

  @Test
  void a_set_that_has_a_name_needs_no_size() {
    Path recipe = folder.resolve("shapes.yaml");

    assertThat(Console.run("new", "shapes", "--out=" + recipe).code()).isZero();

    Recipe read = Recipes.find(recipe.toString());
    assertThat(read.recipe()).isEqualTo("shapes-gan");
    assertThat(read.data().size()).isNull();
    assertThat(read.data().range()).isEqualTo(Range.MINUS_ONE_TO_ONE);
  }

  @Test
  void a_recipe_that_is_there_is_left_as_it_is() throws IOException {
    Path recipe = Files.writeString(folder.resolve("mine.yaml"), "mine");

    Console refused = write(photos("few", 1, 8, 8, true, false), recipe);

    assertThat(refused)
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: --out: "
                    + recipe
                    + " exists already: it is left as it is. Name another one"
                    + " (--out FILE.yaml).\n"));
    assertThat(recipe).hasContent("mine");
  }

  @Test
  void a_script_is_told_what_was_written() throws IOException {
    Path recipe = folder.resolve("few.yaml");
    Console written = write(photos("few", 5, 8, 8, true, true), recipe, "--json");
    JsonNode json = new JsonMapper().readTree(written.out());
    assertThat(json.get("file").asString()).isEqualTo(recipe.toString());
    assertThat(json.get("shape").asString()).isEqualTo("8×8×1");
    assertThat(json.get("batch").asInt()).isEqualTo(4);
    assertThat(json.get("classes").size()).isEqualTo(2);
  }

  @Test
  void what_is_no_set_of_images_is_refused() throws IOException {
    Console none = Console.run("new", folder.resolve("none") + "/");
    assertThat(none.code()).isEqualTo(5);
    assertThat(none.err())
        .contains("expected a folder, an archive or an image, found nothing there");
    Console unknown = Console.run("new", "glyps");
    assertThat(unknown.code()).isEqualTo(5);
    assertThat(unknown.err()).contains("no set glyps; did you mean glyphs?");
    Console vectors = Console.run("new", "eight-gaussians");
    assertThat(vectors.code()).isEqualTo(2);
    assertThat(vectors.err()).contains("expected a set of images, got vectors of 2");
    Path broken = Files.createDirectories(folder.resolve("broken"));
    Files.writeString(broken.resolve("1.png"), "no image");
    Console unreadable = Console.run("new", broken + "/");
    assertThat(unreadable.code()).isEqualTo(5);
    assertThat(unreadable.err()).contains("found 1 files of which none can be read");
  }
}
