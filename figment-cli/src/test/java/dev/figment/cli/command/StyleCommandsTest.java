package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.model.Truncation;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.exploration.StyleTable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of models that have styles: images of 8×8, zoomed by 2, with margins of 2. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StyleCommandsTest {
  private static final int CELL = 2 * 8 + 2;

  @TempDir private static Path folder;
  private static Path run;

  @BeforeAll
  static void train() {
    run = folder.resolve("styled");
    Console trained =
        Console.run(
            "train",
            "flowers-style-gan",
            "--threads=1",
            "--set=data={set: glyphs, split: test, size: 8, range: minusOneToOne}",
            "--set=model.styleGan.channels=[6, 5]",
            "--set=model.styleGan.latent=3",
            "--set=model.styleGan.style=4",
            "--set=model.styleGan.mappingLayers=2",
            "--set=train.batch=4",
            "--set=watch.snapshots.grid=2x2",
            "--steps=2",
            "--run=" + run);
    assertThat(trained.code()).as(trained.err()).isZero();
  }

  private static Console command(String command, String... more) {
    return Console.run(
        Stream.concat(Stream.of(command, run.toString()), Stream.of(more)).toArray(String[]::new));
  }

  private static void assertRefused(String message, Console console) {
    assertThat(console).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  private static void assertRefusedWithHelp(String message, String option) {
    assertThat(command("interpolate", option))
        .isEqualTo(
            new Console(2, "", "figment: " + message + "\nSee: figment interpolate --help\n"));
  }

  private static int[] cell(BufferedImage grid, int row, int column) {
    return grid.getRGB(2 + column * CELL, 2 + row * CELL, 16, 16, null, 0, 16);
  }

  @Test
  void a_table_has_the_images_that_are_mixed_at_its_edges() throws IOException {
    Path target = folder.resolve("mix.png");
    Console mixed =
        command("stylemix", "--rows=1,2", "--columns=5,1,2", "--styles=0-1", "--out=" + target);
    assertThat(mixed).isEqualTo(new Console(0, target + "\n", ""));
    BufferedImage table = ImageIO.read(target.toFile());
    assertThat(table.getWidth()).isEqualTo(2 + 4 * CELL);
    assertThat(table.getHeight()).isEqualTo(2 + 3 * CELL);
    Path alone = folder.resolve("alone.png");
    assertThat(command("sample", "--seed=1", "--count=1", "--out=" + alone).code()).isZero();
    int[] first = cell(ImageIO.read(alone.toFile()), 0, 0);
    assertThat(cell(table, 1, 0)).isEqualTo(first);
    assertThat(cell(table, 0, 2)).isEqualTo(first);
    assertThat(cell(table, 1, 2)).as("mixed with itself").isEqualTo(first);
    assertThat(cell(table, 1, 3)).isNotEqualTo(first).isNotEqualTo(cell(table, 2, 0));
  }

  @Test
  void all_layers_of_the_other_image_are_the_other_image() {
    try (Run opened = Run.open(run, Settings.DEFAULT)) {
      StyleTable table = new StyleTable(List.of(1L), List.of(2L), 0, 3, Truncation.NONE);
      BufferedImage grid = table.of(opened.trained()).toImage();
      assertThat(cell(grid, 1, 1)).isEqualTo(cell(grid, 0, 1));
    }
  }

  @Test
  void truncation_changes_samples_and_zero_makes_them_all_the_same() throws IOException {
    Console sampled = command("sample", "--truncation=0", "--grid=1x2", "--seed=3");
    Path target = run.resolve("samples-seed3-psi0.0.png");
    assertThat(sampled).isEqualTo(new Console(0, target + "\n", ""));
    BufferedImage grid = ImageIO.read(target.toFile());
    assertThat(cell(grid, 0, 0)).isEqualTo(cell(grid, 0, 1));
    assertThat(command("sample", "--truncation=0", "--truncation-layers=2", "--grid=1x2").code())
        .isZero();
    grid = ImageIO.read(run.resolve("samples-seed1-psi0.0-layers2.png").toFile());
    assertThat(cell(grid, 0, 0)).isNotEqualTo(cell(grid, 0, 1));
  }

  private static int[] left(BufferedImage strip, int number) {
    return strip.getRGB(2 + number * CELL, 2, 16, 16, null, 0, 16);
  }

  @Test
  void a_walk_between_styles_begins_and_ends_at_the_samples_of_its_seeds() throws IOException {
    Console walked = command("interpolate", "--space=w", "--from=3", "--to=4", "--steps=5");
    Path target = run.resolve("interpolation-seed-3-4-w.png");
    assertThat(walked.out()).as(walked.err()).isEqualTo(target + "\n");
    BufferedImage walk = ImageIO.read(target.toFile());
    assertThat(walk.getWidth()).isEqualTo(2 + 5 * CELL);
    command("interpolate", "--from=3", "--to=4", "--steps=5");
    BufferedImage points = ImageIO.read(run.resolve("interpolation-seed-3-4.png").toFile());
    assertThat(left(walk, 0)).isEqualTo(left(points, 0)).isNotEqualTo(left(walk, 4));
    assertThat(left(walk, 4)).isEqualTo(left(points, 4));
    assertThat(left(walk, 2)).isNotEqualTo(left(points, 2));
  }

  @Test
  void a_walk_is_truncated_as_samples_are() throws IOException {
    Console walked = command("interpolate", "--space=w", "--truncation=0", "--steps=3");
    Path target = run.resolve("interpolation-seed-1-2-w-psi0.0.png");
    assertThat(walked.out()).as(walked.err()).isEqualTo(target + "\n");
    BufferedImage walk = ImageIO.read(target.toFile());
    assertThat(left(walk, 0)).isEqualTo(left(walk, 1)).isEqualTo(left(walk, 2));
    Path gif = folder.resolve("walk.gif");
    assertThat(command("interpolate", "--space=w", "--steps=3", "--out=" + gif).out())
        .isEqualTo(gif + "\n");
    assertThat(gif).isNotEmptyFile();
  }

  @Test
  void styles_are_calculated_with() throws IOException {
    command("interpolate", "--space=w", "--from=1,2", "--minus=3", "--plus=3");
    BufferedImage four = ImageIO.read(run.resolve("arithmetic-seed-w.png").toFile());
    int[] result = four.getRGB(2 + 3 * CELL, 20, 16, 16, null, 0, 16);
    assertThat(result).isEqualTo(four.getRGB(2, 20, 16, 16, null, 0, 16));
  }

  @Test
  void layers_that_the_model_does_not_have_are_refused() {
    assertRefused(
        "--styles: expected layers 0 to 3 of this model, got 2-4",
        command("stylemix", "--styles=2-4"));
    assertRefused(
        "--styles: expected layers from 0, first to last, got 3-1",
        command("stylemix", "--styles=3-1"));
    assertRefused(
        "--styles: expected layers such as 0-3, or 5 alone, got coarse",
        command("stylemix", "--styles=coarse"));
    assertRefused(
        "--truncation-layers: is for --truncation. Add it, or leave this out.",
        command("sample", "--truncation-layers=2"));
  }

  @Test
  void a_model_without_styles_is_refused() {
    Path plain = folder.resolve("plain");
    assertThat(TinyGan.train(plain, "--steps=1").code()).isZero();
    String got =
        ", got one (glyphs-dcgan) that can sample, interpolate, project,"
            + " reconstruct and anomaly.";
    assertRefused(
        plain + ": expected a run whose model can truncate styles" + got,
        Console.run("sample", plain.toString(), "--truncation=0.7"));
    assertRefused(
        plain + ": expected a run whose model can mix styles" + got,
        Console.run("stylemix", plain.toString()));
    assertRefused(
        plain + ": expected a run whose model can take styles as points" + got,
        Console.run("interpolate", plain.toString(), "--space=w"));
    assertRefused(
        plain + ": expected a run whose model can truncate styles" + got,
        Console.run("interpolate", plain.toString(), "--truncation=0.7"));
    assertRefusedWithHelp("--space: expected z or w, got v", "--space=v");
  }
}
