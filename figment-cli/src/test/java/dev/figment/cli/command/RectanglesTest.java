package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photographs of other sizes, cropped to 112×80, from training to the map. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RectanglesTest {
  private static final String VAE =
      """
      vae:
        latent: 3
        encoder:
          - conv2d: {filters: 2, kernel: 4, stride: 4, padding: same, activation: relu}
          - maxPooling2d: 2
          - flatten
        decoder:
          - dense: 280
          - reshape: [14, 10, 2]
          - upSampling2d: 2
          - conv2dTranspose: {filters: 1, kernel: 4, stride: 4, padding: same, activation: sigmoid}
        optimizer: adam
      """;

  private static final String GAN =
      """
      gan:
        latent: 3
        generator:
          - dense: 280
          - reshape: [14, 10, 2]
          - conv2dTranspose: {filters: 1, kernel: 8, stride: 8, padding: same, activation: sigmoid}
        discriminator:
          - conv2d: {filters: 2, kernel: 8, stride: 8, padding: same}
          - flatten
          - dense: {units: 1, activation: sigmoid}
        optimizer: {generator: adam, discriminator: adam}
      """;

  @TempDir private static Path folder;
  private static Path vae;
  private static Path gan;

  @BeforeAll
  static void train() throws IOException {
    for (int i = 0; i < 30; i++) {
      String split = i < 20 ? "train" : "test";
      draw(folder.resolve("pictures/%s/%s/%d.png".formatted(split, i % 2 == 0 ? "a" : "b", i)), i);
    }
    vae = train("vae", VAE);
    gan = train("gan", GAN);
  }

  /** A slope of gray, of another size each time. */
  private static void draw(Path file, int number) throws IOException {
    int height = 60 + 5 * number;
    byte[] levels = new byte[height * 100];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (i / 100 * 255 / height);
    }
    Png.write(GrayImage.of(100, height, levels), file);
  }

  private static Path train(String name, String model) throws IOException {
    Path recipe = folder.resolve(name + ".yaml");
    Files.writeString(
        recipe,
        """
        recipe: %s
        data: {set: '%s', size: [112, 80], fit: crop}
        model:
        %s
        train: {batch: 8, steps: 3}
        watch: {tickSteps: 3, snapshots: {everySteps: 3, grid: 2x3}}
        """
            .formatted(name, folder.resolve("pictures"), model.indent(2).stripTrailing()));
    Path run = folder.resolve(name);
    run("train", recipe.toString(), "--threads=1", "--run=" + run);
    return run;
  }

  private static String run(String... words) {
    Console console = Console.run(words);
    assertThat(console.code()).as(console.err()).isZero();
    return console.out();
  }

  private static void assertSize(int height, int width, Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(List.of(image.getHeight(), image.getWidth())).isEqualTo(List.of(height, width));
  }

  @Test
  void a_training_shows_them() throws IOException {
    assertSize(2 * 114 + 2, 3 * 82 + 2, gan.resolve("fakes-000003.png"));
    assertSize(2 * 114 + 2, 3 * 82 + 2, vae.resolve("fakes-000003.png"));
    assertThat(Files.readString(vae.resolve("recipe.yaml"))).contains("- 112", "- 80", "fit: crop");
  }

  @Test
  void they_are_sampled_as_a_grid_and_one_by_one() throws IOException {
    Path grid = folder.resolve("grid.png");
    run("sample", vae.toString(), "--grid=1x2", "--out=" + grid);
    assertSize(116, 166, grid);
    Path single = folder.resolve("single");
    run("sample", gan.toString(), "--count=2", "--out=" + single + "/");
    try (var files = Files.list(single)) {
      for (Path each : new ArrayList<>(files.toList())) {
        assertSize(112, 80, each);
      }
    }
  }

  @Test
  void they_are_reconstructed_and_so_are_files_of_another_aspect_ratio() throws IOException {
    Path out = folder.resolve("reconstructed.png");
    run("reconstruct", vae.toString(), "--out=" + out);
    BufferedImage originals = ImageIO.read(out.toFile());
    int top = originals.getRaster().getSample(40, 10, 0); // the slope still goes down the rows
    assertThat(originals.getRaster().getSample(40, 100, 0)).isGreaterThan(top + 100);
    Path picture = folder.resolve("pictures/test/a/20.png");
    run("reconstruct", vae.toString(), picture.toString(), "--resize", "--out=" + out);
    assertThat(out).isNotEmptyFile();
    Console refused = Console.run("reconstruct", vae.toString(), picture.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("expected images of 112×80×1", "20.png: 160×100×1");
  }

  @Test
  void their_map_has_thumbnails_and_lines_lead_from_one_to_another() {
    run("map", vae.toString(), "--perplexity=2", "--out=" + folder.resolve("map.png"));
    assertThat(folder.resolve("map.png")).isNotEmptyFile();
    run("interpolate", vae.toString(), "--from=1", "--to=2", "--steps=3");
    run("interpolate", gan.toString(), "--from=1", "--to=2", "--steps=3");
    run("encode", vae.toString(), "--out=" + folder.resolve("codes.csv"));
    run("evaluate", vae.toString());
    run("anomaly", vae.toString(), folder.resolve("pictures/test").toString(), "--resize");
  }
}
