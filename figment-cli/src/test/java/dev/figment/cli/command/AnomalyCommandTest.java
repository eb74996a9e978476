package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.format.Png;
import java.awt.image.BufferedImage;
import java.io.IOException;
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

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnomalyCommandTest {
  @TempDir private static Path folder;
  private static Path run;
  private static Path photos;

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    assertThat(TinyCodecs.autoencoder(run).code()).isZero();
    photos = folder.resolve("photos");
    write("a.png", 8, 0);
    write("b.png", 8, 255);
    write("c.png", 8, 100);
    write("large/d.png", 16, 30);
  }

  private static void write(String name, int side, int gray) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < side * side; i++) {
      image.getRaster().setSample(i % side, i / side, 0, gray);
    }
    Png.write(image, photos.resolve(name));
  }

  private static Console anomaly(String... more) {
    return Console.run(
        Stream.concat(Stream.of("anomaly", run.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static void assertRefused(String message, Console console) {
    assertThat(console).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  @Test
  void the_strangest_image_comes_first_and_all_are_drawn() throws IOException {
    Console console = anomaly(photos.toString(), "--resize");
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .containsPattern(
            "^rank +file +mse +percentile of test split\n1 +\\S+b.png +0\\.\\d+ +100.00")
        .containsPattern("\n4 +\\S+ +0\\.\\d+ +\\d+\\.\\d\\d\n$");
    Path picture = run.resolve("anomalies.png");
    assertThat(console.err()).isEqualTo("picture:  " + picture + "\n");
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(4 * 16 + 5 * 2);
  }

  @Test
  void as_many_are_shown_as_are_asked_for() {
    Path picture = folder.resolve("two.png");
    Console console =
        anomaly(
            photos.resolve("a.png").toString(),
            photos.resolve("b.png").toString(),
            photos.resolve("c.png").toString(),
            "--count=2",
            "--json",
            "--out=" + picture);
    JsonNode lines = JsonMapper.shared().readTree(console.out());
    assertThat(lines.size()).isEqualTo(2);
    assertThat(lines.get(0).get("file").asString()).endsWith("b.png");
    assertThat(lines.get(0).get("score").asString()).isEqualTo("mse");
    assertThat(lines.get(0).get("value").asDouble())
        .isGreaterThan(lines.get(1).get("value").asDouble());
    assertThat(lines.get(0).get("percentile").asDouble()).isEqualTo(100);
    assertThat(picture).isNotEmptyFile();
  }

  @Test
  void images_of_another_size_are_refused_unless_resized() {
    Console console = anomaly(photos.resolve("large/d.png").toString());
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("expected images of 8×8×1", "Have them resized (--resize)");
  }

  @Test
  void a_class_is_compared_with_each_other_and_with_all() {
    Console console = anomaly("--normal-class=3");
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .containsPattern(
            "^3 against +examples +AUC of mse +PCA 6\n0 +1,000 +[01]\\.\\d{4} +[01]\\.\\d{4}\n")
        .containsPattern("\n9 .*\nall others +\\d,\\d{3} +[01]\\.\\d{4} +[01]\\.\\d{4}\n$")
        .doesNotContain("\n3 ");
    assertThat(console.err())
        .isEqualTo(
            "1 tells all apart, 0.5 none.\n"
                + "PCA: the error of 6 principal components of the training images of 3.\n");
  }

  @Test
  void a_model_that_has_learned_another_class_is_told_so_and_how_to_train_one() {
    Console console = anomaly("--normal-class=5", "--json");
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.err())
        .startsWith(
            "the model has seen others than 5: 3. What it has learned is no anomaly to it, so these"
                + " figures say little.\n"
                + "train it on 5 alone: figment train "
                + run.resolve("recipe.yaml")
                + " --set 'data.classes=[\"5\"]'\n");
    JsonNode result = JsonMapper.shared().readTree(console.out());
    assertThat(result.get("normal").asString()).isEqualTo("5");
    assertThat(result.get("learned").toString()).isEqualTo("[\"3\"]");
    assertThat(result.get("against").size()).isEqualTo(9);
    assertThat(result.get("all").get("pcaAuc").asDouble()).isBetween(0.5, 1.0);
  }

  @Test
  void a_class_that_the_set_does_not_have_is_refused_with_those_that_it_has() {
    Console console = anomaly("--normal-class=x");
    assertThat(console)
        .isEqualTo(
            new Console(
                5,
                "",
                "figment: glyphs: no class x. Its classes are 0, 1, 2, 3, 4, 5, 6, 7, 8, 9.\n"));
  }

  @Test
  void images_or_a_class_have_to_be_named_and_not_both() {
    assertRefused(
        "anomaly: expected IMAGES, or --normal-class CLASS to compare classes of the run's data"
            + " set; got neither.",
        anomaly());
    assertRefused(
        "anomaly: expected IMAGES, or --normal-class CLASS to compare classes of the run's data"
            + " set; got both.",
        anomaly("x.png", "--normal-class=3"));
    assertRefused(
        "--resize, --count, --out: are for IMAGES, --normal-class takes none. Leave them out.",
        anomaly("--normal-class=3", "--count=4"));
  }

  @Test
  void options_are_checked_before_anything_is_read() {
    assertRefused("--count: expected at least 1, got 0", anomaly("x.png", "--count=0"));
    assertRefused(
        "--out: expected a file that ends in .png, got x.jpg.", anomaly("x.png", "--out=x.jpg"));
  }
}
