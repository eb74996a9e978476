package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.format.Npy;
import dev.figment.format.Png;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Projection with GANs of a moment: plain ones of 28×28, and one with styles of 8×8. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectCommandTest {
  @TempDir private static Path folder;
  private static Path gan;
  private static Path styled;
  private static Path conditional;

  @BeforeAll
  static void train() {
    gan = folder.resolve("gan");
    assertThat(TinyGan.train(gan, "--steps=1").code()).isZero();
    conditional = folder.resolve("conditional");
    Console told =
        TinyGan.train(conditional, "--steps=1", "--set=model.gan.labels={mode: joined, units: 2}");
    assertThat(told.code()).as(told.err()).isZero();
    styled = folder.resolve("styled");
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
            "--run=" + styled);
    assertThat(trained.code()).as(trained.err()).isZero();
  }

  private static Console run(String command, Path run, Object... more) {
    Stream<String> options = Stream.of(more).map(String::valueOf);
    return Console.run(
        Stream.concat(Stream.of(command, run.toString()), options).toArray(String[]::new));
  }

  private static void assertRefused(String message, Console console) {
    assertThat(console).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  private static int[] colors(Path image) throws IOException {
    BufferedImage read = ImageIO.read(image.toFile());
    return read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
  }

  @Test
  void originals_stand_above_what_was_found_and_errors_are_told() throws IOException {
    Console console = run("project", gan, "--count=3", "--steps=5");
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .containsPattern("^image +mean squared error +loss\n0 +0\\.\\d+ +\\S+\n1 ")
        .containsPattern("\n2 +0\\.\\d+ +\\S+\n$");
    Path picture = gan.resolve("projections-test.png");
    Path points = gan.resolve("projections-test.npy");
    assertThat(console.err())
        .containsPattern("mean squared error: 0\\.\\d{5} over 3 images, pixels from 0 to 1\n")
        .endsWith(
            "picture:  %s\nlatents:  %s\nnext:     figment sample %s --latent %s\n"
                .formatted(picture, points, gan, points));
    BufferedImage drawn = ImageIO.read(picture.toFile());
    assertThat(drawn.getWidth()).isEqualTo(3 * 58 + 2);
    assertThat(drawn.getHeight()).isEqualTo(2 * 58 + 2);
    assertThat(Npy.read(points).shape()).containsExactly(3, 3);
  }

  @Test
  void an_image_of_ones_own_that_the_model_made_is_found_again_and_sampled() throws IOException {
    Path made = folder.resolve("made");
    run("sample", gan, "--count=2", "--seed=5", "--out=" + made + "/");
    Path out = folder.resolve("found.png");
    Console console = run("project", gan, made, "--json", "--restarts=4", "--out=" + out);
    JsonNode result = JsonMapper.shared().readTree(console.out());
    assertThat(result.get("meanSquaredError").asDouble()).isLessThan(1e-5);
    assertThat(result.get("images").get(1).get("image").asString()).endsWith("0001.png");
    assertThat(result.get("images").get(1).get("loss").asDouble()).isLessThan(1e-2);
    assertThat(result.get("picture").asString()).isEqualTo(out.toString());
    Path points = Path.of(result.get("latents").asString());
    assertThat(points).isEqualTo(folder.resolve("found.npy"));
    Path again = folder.resolve("again");
    assertThat(run("sample", gan, "--latent=" + points, "--out=" + again + "/").code()).isZero();
    int[] before = colors(made.resolve("0001.png"));
    int[] after = colors(again.resolve("0001.png"));
    for (int i = 0; i < before.length; i++) {
      assertThat((after[i] & 0xff) - (before[i] & 0xff)).isBetween(-2, 2);
    }
  }

  @Test
  void what_lies_between_points_that_were_found_is_shown() throws IOException {
    Path points = folder.resolve("three.npy");
    Console found = run("project", gan, "--count=3", "--steps=5", "--latents=" + points);
    assertThat(found.code()).as(found.err()).isZero();
    Console line = run("interpolate", gan, "--latent=" + points, "--from=2", "--to=0", "--steps=4");
    Path strip = gan.resolve("interpolation-three-2-0.png");
    assertThat(line.out()).as(line.err()).isEqualTo(strip + "\n");
    Path all = folder.resolve("all.png");
    run("sample", gan, "--latent=" + points, "--grid=1x3", "--out=" + all);
    int[] last = ImageIO.read(all.toFile()).getRGB(2 + 2 * 58, 2, 56, 56, null, 0, 56);
    assertThat(ImageIO.read(strip.toFile()).getRGB(2, 2, 56, 56, null, 0, 56)).isEqualTo(last);
    assertThat(run("interpolate", gan, "--latent=" + points).out())
        .isEqualTo(gan.resolve("interpolation-three-0-1.png") + "\n");
    assertRefused(
        "--to: expected a point of " + points + " by its number from 0 to 2, got 3.",
        run("interpolate", gan, "--latent=" + points, "--from=0", "--to=3"));
    assertRefused(
        "--seeds: --latent says which points. Leave one of them out.",
        run("interpolate", gan, "--latent=" + points, "--seeds"));
    assertRefused(
        "--latent: expected a file that ends in .npy, got x.csv.",
        run("interpolate", gan, "--latent=x.csv"));
  }

  @Test
  void styles_are_found_and_sampled_as_styles() throws IOException {
    Console console = run("project", styled, "--count=2", "--steps=5");
    Path points = styled.resolve("projections-test.npy");
    assertThat(console.err())
        .endsWith("next:     figment sample %s --latent %s --space w\n".formatted(styled, points));
    assertThat(Npy.read(points).shape()).containsExactly(2, 4);
    Path drawn = folder.resolve("styles.png");
    Console sampled = run("sample", styled, "--latent=" + points, "--space=w", "--out=" + drawn);
    assertThat(sampled.code()).as(sampled.err()).isZero();
    assertThat(
            run("interpolate", styled, "--latent=" + points, "--space=w", "--from=0", "--to=1")
                .code())
        .isZero();
    assertRefused(
        "--latent: %s: expected an array (3) or (points, 3), got [2, 4].".formatted(points),
        run("sample", styled, "--latent=" + points));
    assertRefused(
        "--space: says what --latent has. Add that, or leave this out.",
        run("sample", styled, "--space=w"));
  }

  @Test
  void a_model_of_classes_is_told_them_by_the_set_or_by_the_user() throws IOException {
    Console own = run("project", conditional, "--count=2", "--steps=3");
    assertThat(own.err())
        .endsWith("each as of its own class; a point makes its image again as that class alone.\n");
    Console seven = run("project", conditional, "--class=7", "--count=2", "--steps=3");
    Path points = conditional.resolve("projections-test-7.npy");
    assertThat(seven.err())
        .endsWith("figment sample %s --latent %s --class 7\n".formatted(conditional, points));
    assertThat(points).exists();
    Console unknown = run("project", conditional, "--class=x", "--count=2");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("class: no class x.");
  }

  @Test
  void points_can_be_a_table() throws IOException {
    Path table = folder.resolve("points.csv");
    Console console = run("project", gan, "--count=2", "--steps=2", "--latents=" + table);
    assertThat(console.err()).endsWith("latents:  " + table + "\n");
    assertThat(Files.readString(table)).startsWith("index,class,z0,z1,z2\n0,");
  }

  @Test
  void a_gan_reconstructs_by_projection_and_says_so() throws IOException {
    Console console = run("reconstruct", gan, "--count=1");
    assertThat(console.out()).isEqualTo(gan.resolve("reconstructions-test.png") + "\n");
    assertThat(console.err())
        .startsWith(
            "the model does not encode: searching the nearest images that it makes. As asked for,"
                + " with their points: figment project "
                + gan
                + "\n")
        .contains("over 1 image, pixels from 0 to 1");
  }

  @Test
  void bad_input_is_refused_before_anything_is_searched() {
    Path large = folder.resolve("large.png");
    Png.write(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB), large);
    assertRefused(
        "images: expected images of 28×28×1, as the model takes, got others. Have them resized"
            + " (--resize) to that size and color: "
            + large
            + ": 30×20×3",
        run("project", gan, large));
    assertThat(run("project", gan, large, "--resize", "--steps=2").code()).isZero();
    assertRefused("--steps: expected at least 1, got 0", run("project", gan, "--steps=0"));
    assertRefused("--restarts: expected at least 1, got -2", run("project", gan, "--restarts=-2"));
    assertRefused("--count: expected at least 1, got 0", run("project", gan, "--count=0"));
    assertRefused(
        "--latents: expected a file that ends in .npy or .csv, got x.txt.",
        run("project", gan, "--latents=x.txt"));
    assertRefused(
        "--feature-weight: expected a number from 0 to below 1, got 1.5",
        run("project", gan, "--feature-weight=1.5"));
  }

  @Test
  void a_gan_ranks_images_by_what_its_projection_leaves_unexplained() throws IOException {
    Path made = folder.resolve("usual");
    run("sample", gan, "--count=2", "--seed=9", "--out=" + made + "/");
    BufferedImage stripes = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 28 * 28; i++) {
      stripes.getRaster().setSample(i % 28, i / 28, 0, i % 2 * 255);
    }
    Path odd = folder.resolve("odd.png");
    Png.write(stripes, odd);
    Console console = run("anomaly", gan, made, odd, "--steps=60", "--examples=20", "--json");
    assertThat(console.code()).as(console.err()).isZero();
    JsonNode lines = JsonMapper.shared().readTree(console.out());
    assertThat(lines.size()).isEqualTo(3);
    assertThat(lines.get(0).get("file").asString()).isEqualTo(odd.toString());
    assertThat(lines.get(0).get("score").asString()).isEqualTo("anogan");
    assertThat(lines.get(0).get("percentile").asDouble()).isBetween(0.0, 100.0);
    assertThat(gan.resolve("anomalies.png")).isNotEmptyFile();
  }

  @Test
  void a_gan_tells_a_class_from_others_beside_pca() {
    Console console =
        run("anomaly", gan, "--normal-class=3", "--steps=2", "--examples=51", "--json");
    assertThat(console.code()).as(console.err()).isZero();
    JsonNode result = JsonMapper.shared().readTree(console.out());
    assertThat(result.get("score").asString()).isEqualTo("anogan");
    assertThat(result.get("against").size()).isEqualTo(9);
    assertThat(result.get("all").get("examples").asInt()).isBetween(40, 50);
    assertThat(result.get("all").get("auc").asDouble()).isBetween(0.0, 1.0);
    assertThat(result.get("all").get("pcaAuc").asDouble()).isBetween(0.5, 1.0);
    assertThat(result.get("components").asInt()).isEqualTo(3);
    assertRefused(
        "--examples: expected some of 3 and of others, got 1 of one kind alone. Take more.",
        run("anomaly", gan, "--normal-class=3", "--steps=2", "--examples=1"));
  }

  @Test
  void a_model_that_encodes_has_nothing_to_search_for() {
    Path encodes = folder.resolve("encodes");
    assertThat(TinyCodecs.autoencoder(encodes).code()).isZero();
    assertRefused(
        "--steps, --seed: the model encodes, so nothing is searched for. Leave it out.",
        run("anomaly", encodes, "--normal-class=3", "--steps=2", "--seed=4"));
    assertThat(run("project", encodes, "--count=1", "--steps=2").code()).isZero();
  }

  @Test
  void the_same_seed_finds_the_same_points() {
    float[] first = points("a", "--seed=3");
    assertThat(points("b", "--seed=3")).isEqualTo(first);
    assertThat(Arrays.equals(points("c", "--seed=4"), first)).isFalse();
  }

  private static float[] points(String name, String seed) {
    Path file = folder.resolve(name + ".npy");
    Console console = run("project", gan, "--count=2", "--steps=3", seed, "--latents=" + file);
    assertThat(console.code()).as(console.err()).isZero();
    return Npy.read(file).values();
  }
}
