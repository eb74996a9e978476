package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.format.GrayImage;
import dev.figment.format.Npy;
import dev.figment.format.Png;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that use what a model learnt: reconstruct, encode, interpolate and sample. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExploreCommandsTest {
  /** A column of the pictures of 8×8, zoomed by 2, with a margin of 2. */
  private static final int CELL = 18;

  @TempDir private static Path folder;
  private static ExploredRuns explored;
  private static Path autoencoder;
  private static Path vae;
  private static Path conditional;
  private static Path vectors;
  private static Path gan;

  @BeforeAll
  static void train() throws IOException {
    explored = ExploredRuns.in(folder);
    autoencoder = explored.autoencoder();
    vae = explored.vae();
    conditional = explored.conditional();
    vectors = explored.vectors();
    gan = folder.resolve("gan");
    TinyGan.train(gan, "--steps=1");
  }

  private static Console run(String command, Path run, Object... more) {
    Stream<String> options = Stream.of(more).map(String::valueOf);
    return Console.run(
        Stream.concat(Stream.of(command, run.toString()), options).toArray(String[]::new));
  }

  /** Written where the command says, and that is all that standard output has. */
  private static BufferedImage picture(Path expected, Console console) throws IOException {
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).isEqualTo(expected + "\n");
    return ImageIO.read(expected.toFile());
  }

  private static void assertRefused(String message, Console console) {
    assertThat(console).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  // ---- reconstruct

  @Test
  void originals_stand_above_their_reconstructions() throws IOException {
    Console console = run("reconstruct", autoencoder);
    BufferedImage picture = picture(autoencoder.resolve("reconstructions-test.png"), console);
    assertThat(picture.getWidth()).isEqualTo(10 * CELL + 2);
    assertThat(picture.getHeight()).isEqualTo(4 * CELL + 2);
    assertThat(console.err())
        .containsPattern("mean squared error: 0\\.\\d{5} over 20 images, pixels from 0 to 1\n")
        .contains("next:     figment interpolate " + autoencoder);
    assertThat(picture.getRGB(2, 2)).isEqualTo(Png.read(first()).getRGB(0, 0));
  }

  private static Path first() {
    return explored.picture("test", "bars/01.png");
  }

  @Test
  void images_of_ones_own_are_reconstructed() throws IOException {
    Path out = folder.resolve("own.png");
    Console console =
        run("reconstruct", vae, first(), explored.picture("test", "slopes"), "--out=" + out);
    assertThat(picture(out, console).getHeight()).isEqualTo(4 * CELL + 2);
    assertThat(console.err()).contains("over 14 images");
    assertThat(run("reconstruct", vae, first(), "--columns=1").out())
        .isEqualTo(vae.resolve("reconstructions-images.png") + "\n");
  }

  @Test
  void images_of_another_shape_are_refused_and_resized_on_demand() {
    Path large = folder.resolve("large.png");
    Png.write(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB), large);
    assertRefused(
        "images: expected images of 8×8×1, as the model takes, got others. Have them resized"
            + " (--resize) to that size and color: "
            + large
            + ": 30×20×3",
        run("reconstruct", autoencoder, large));
    assertThat(run("reconstruct", autoencoder, large, "--resize").code()).isZero();
  }

  @Test
  void unreadable_images_end_with_the_code_of_data() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no image");
    Console console = run("encode", autoencoder, text, "--out=" + folder.resolve("x.csv"));
    assertThat(console.code()).isEqualTo(5);
    assertThat(console.err())
        .isEqualTo(
            "figment: images: expected 1 images, found 1 unreadable: "
                + text
                + ": not an image, whatever its name says\n");
  }

  @Test
  void a_gan_says_what_it_can_do_instead() {
    assertRefused(
        gan
            + ": expected a run whose model can encode, got one (glyphs-dcgan) that can sample,"
            + " interpolate, project, reconstruct and anomaly.",
        run("encode", gan, "--split=test", "--out=x.csv"));
  }

  @Test
  void vectors_are_no_pictures() {
    String refusal =
        "%s: expected a run of images to %s, got one (vectors) of vectors of 3, which are no"
            + " pictures. Their points can be had as numbers: figment encode %s --split test --out"
            + " points.csv";
    for (String deed : List.of("reconstruct", "interpolate", "sample")) {
      assertRefused(refusal.formatted(vectors, deed, vectors), run(deed, vectors));
    }
  }

  // ---- encode

  @Test
  void a_split_is_encoded_with_numbers_and_classes() throws IOException {
    Path out = folder.resolve("test.csv");
    assertThat(run("encode", autoencoder, "--out=" + out))
        .isEqualTo(new Console(0, out + "\n", "26 rows of 3 numbers\n"));
    assertThat(Files.readAllLines(out))
        .hasSize(27)
        .startsWith("index,class,z0,z1,z2")
        .element(1, org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("0,bars,");
    assertThat(run("encode", autoencoder, "--split=train", "--out=" + out).err())
        .isEqualTo("24 rows of 3 numbers\n");
  }

  @Test
  void files_are_encoded_under_their_names() throws IOException {
    Path out = folder.resolve("files.csv");
    Path copy = folder.resolve("copy.png");
    Files.copy(first(), copy);
    assertThat(run("encode", autoencoder, copy, "--out=" + out).code()).isZero();
    assertThat(Files.readString(out)).startsWith("file,z0,z1,z2\n" + copy + ",");
  }

  @Test
  void what_was_encoded_for_numpy_is_decoded_by_sample() throws IOException {
    Path out = folder.resolve("slopes.npy");
    run("encode", autoencoder, explored.picture("test", "slopes"), "--out=" + out);
    assertThat(Npy.read(out).shape()).containsExactly(13, 3);
    picture(
        autoencoder.resolve("samples-slopes.png"), run("sample", autoencoder, "--latent=" + out));
  }

  @Test
  void vectors_are_encoded_like_images() throws IOException {
    Path out = folder.resolve("plane.csv");
    assertThat(run("encode", vectors, "--split=test", "--out=" + out).code()).isZero();
    assertThat(Files.readString(out)).startsWith("index,z0,z1\n0,");
  }

  @Test
  void what_to_encode_is_said_once() {
    assertRefused(
        "--split: IMAGES say what to show the model. Leave one of them out.",
        run("encode", autoencoder, "a.png", "--split=test", "--out=x.csv"));
    assertRefused(
        "--resize: is for image files; name some, or leave it out.",
        run("encode", autoencoder, "--split=test", "--resize", "--out=x.csv"));
    assertRefused(
        "--out: expected a file that ends in .csv or .npy, got x.txt.",
        run("encode", autoencoder, "--split=test", "--out=x.txt"));
  }

  @Test
  void a_model_of_classes_is_told_them_by_folders() throws IOException {
    Path out = folder.resolve("told.csv");
    Console told = run("encode", conditional, explored.picture("test", "bars"), "--out=" + out);
    assertThat(told.code()).as(told.err()).isZero();
    Path copy = folder.resolve("untold.png");
    Files.copy(first(), copy);
    assertRefused(
        "images: the model has to be told what each image is of. Put them into folders named after"
            + " its classes: bars, slopes",
        run("encode", conditional, copy, "--out=" + out));
  }

  // ---- interpolate

  @Test
  void twelve_images_become_a_grid_with_their_places_framed() throws IOException {
    BufferedImage picture =
        picture(autoencoder.resolve("interpolation-test.png"), run("interpolate", autoencoder));
    assertThat(picture.getWidth()).isEqualTo(7 * 20 + 4);
    assertThat(picture.getHeight()).isEqualTo(5 * 20 + 4);
    int frame = picture.getRGB(3, 10);
    assertThat(picture.getRGB(20 + 3, 10)).as("between two images").isNotEqualTo(frame);
    assertThat(picture.getRGB(40 + 3, 10)).isEqualTo(frame);
    assertThat(picture.getRGB(3, 20 + 10)).isNotEqualTo(frame);
  }

  @Test
  void a_line_leads_from_one_image_to_another() throws IOException {
    BufferedImage strip =
        picture(
            vae.resolve("interpolation-test-0-25.png"),
            run("interpolate", vae, "--from=0", "--to=25", "--steps=4", "--path=spherical"));
    assertThat(strip.getWidth()).isEqualTo(4 * 20 + 4);
    Path out = folder.resolve("line.png");
    picture(out, run("interpolate", vae, "--from=" + first(), "--to=3", "--out=" + out));
  }

  @Test
  void seeds_are_the_first_samples_of_sample() throws IOException {
    Path one = folder.resolve("one.png");
    run("sample", gan, "--count=1", "--seed=7", "--out=" + one);
    BufferedImage strip =
        picture(
            gan.resolve("interpolation-seed-7-9.png"),
            run("interpolate", gan, "--from=7", "--to=9", "--steps=3"));
    BufferedImage sample = ImageIO.read(one.toFile());
    assertThat(colors(strip.getSubimage(0, 0, 60, 60))).isEqualTo(colors(sample));
    picture(gan.resolve("interpolation-seed-1-2.png"), run("interpolate", gan));
    picture(
        vae.resolve("interpolation-seed-1-2.png"),
        run("interpolate", vae, "--seeds", "--from=1", "--to=2"));
  }

  private static int[] colors(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void a_line_moves_where_a_gif_is_asked_for() throws IOException {
    Path out = folder.resolve("walk.gif");
    BufferedImage first = picture(out, run("interpolate", gan, "--steps=3", "--out=" + out));
    assertThat(first.getWidth()).isEqualTo(7 * 28);
    assertThat(new String(Files.readAllBytes(out), 0, 6)).isEqualTo("GIF89a");
  }

  @Test
  void points_are_calculated_with() throws IOException {
    BufferedImage four =
        picture(
            gan.resolve("arithmetic-seed.png"),
            run("interpolate", gan, "--from=1,2,3", "--minus=4,5,6", "--plus=4,5,6"));
    assertThat(four.getWidth()).isEqualTo(4 * 58 + 2);
    int[] from = colors(four.getSubimage(2, 20, 56, 56));
    assertThat(colors(four.getSubimage(2 + 3 * 58, 20, 56, 56))).isEqualTo(from);
    picture(
        autoencoder.resolve("arithmetic-test.png"),
        run("interpolate", autoencoder, "--from=0", "--minus=1", "--plus=2,3"));
  }

  @Test
  void what_does_not_make_a_line_is_refused() {
    assertRefused(
        "--from: a line needs --to as well, arithmetic --minus and --plus.",
        run("interpolate", vae, "--from=1"));
    assertRefused(
        "--minus, --plus: arithmetic is --from minus --minus plus --plus. Name all three.",
        run("interpolate", vae, "--from=1", "--minus=1"));
    assertRefused(
        "--steps, --path: are for lines. Name --from and --to as well.",
        run("interpolate", vae, "--steps=4"));
    assertRefused(
        "--from: expected an example of the test split by its number from 0 to 25, or an image"
            + " file, got 26.",
        run("interpolate", vae, "--from=26", "--to=1"));
    assertRefused(
        "--to: expected a seed, a whole number, got a.png. A model that encodes takes images too.",
        run("interpolate", gan, "--from=1", "--to=a.png"));
    assertRefused(
        autoencoder
            + ": expected a run whose model can sample, got one (autoencoder) that can reconstruct,"
            + " encode, interpolate, map, project and anomaly.",
        run("interpolate", autoencoder, "--seeds"));
    assertRefused(
        "--out: the grid of 12 images is one picture: expected a file that ends in .png, got"
            + " x.gif.",
        run("interpolate", vae, "--out=x.gif"));
  }

  @Test
  void a_model_of_classes_interpolates_within_one() throws IOException {
    picture(conditional.resolve("interpolation-test.png"), run("interpolate", conditional));
    picture(
        conditional.resolve("interpolation-test-slopes.png"),
        run("interpolate", conditional, "--class=slopes"));
    picture(
        conditional.resolve("interpolation-seed-1-2.png"),
        run("interpolate", conditional, "--seeds", "--from=1", "--to=2"));
    picture(
        conditional.resolve("interpolation-seed1.png"), run("interpolate", conditional, "--seeds"));
    assertRefused(
        "interpolate: expected images of one class, got bars, slopes. Choose others, or add --class"
            + " NAME to see all as one.",
        run("interpolate", conditional, "--from=0", "--to=25"));
    picture(
        conditional.resolve("interpolation-test-0-25-bars.png"),
        run("interpolate", conditional, "--from=0", "--to=25", "--class=bars"));
  }

  // ---- sample

  @Test
  void an_autoencoder_is_sampled_where_its_training_images_are() throws IOException {
    Console console = run("sample", autoencoder);
    picture(autoencoder.resolve("samples-mixture-seed1.png"), console);
    assertThat(console.err())
        .startsWith("prior: 10 Gaussians, fitted on 24 of 24 training images\n");
    picture(
        autoencoder.resolve("samples-mixture2-seed3.png"),
        run("sample", autoencoder, "--components=2", "--seed=3"));
    picture(autoencoder.resolve("samples-seed1.png"), run("sample", autoencoder, "--prior=normal"));
    picture(vae.resolve("samples-mixture-seed1.png"), run("sample", vae, "--prior=mixture"));
  }

  @Test
  void normal_points_are_scaled() throws IOException {
    BufferedImage one = picture(vae.resolve("samples-seed1.png"), run("sample", vae));
    BufferedImage wide =
        picture(vae.resolve("samples-scale4-seed1.png"), run("sample", vae, "--scale=4"));
    assertThat(colors(wide)).isNotEqualTo(colors(one));
  }

  @Test
  void a_latent_space_of_two_numbers_is_shown_whole() throws IOException {
    BufferedImage plane = picture(vae.resolve("samples-plane.png"), run("sample", vae, "--plane"));
    assertThat(plane.getWidth()).isEqualTo(20 * CELL + 2);
    picture(
        vae.resolve("samples-plane1.5.png"),
        run("sample", vae, "--plane", "--extent=1.5", "--grid=3x5"));
    assertRefused(
        "--plane: expected a model whose points have 2 numbers, this one's have 3. Leave --plane"
            + " out to draw random ones.",
        run("sample", gan, "--plane"));
  }

  @Test
  void a_model_of_classes_shows_a_row_of_each() throws IOException {
    BufferedImage rows =
        picture(conditional.resolve("samples-seed1.png"), run("sample", conditional));
    assertThat(rows.getHeight()).isEqualTo(2 * CELL + 2);
    assertThat(rows.getWidth()).as("names beside the rows").isGreaterThan(10 * CELL + 2 + 20);
    picture(
        conditional.resolve("samples-seed1-bars.png"),
        run("sample", conditional, "--class=bars", "--count=3"));
    assertThat(run("sample", conditional, "--count=3").code()).isZero();
  }

  @Test
  void classes_that_are_not_known_are_refused_with_those_that_are() {
    assertRefused(
        "--class: no class bar; did you mean bars? The model knows bars, slopes.",
        run("sample", conditional, "--class=bar"));
    assertRefused(
        "--class: the model of this run knows no classes. Leave it out.",
        run("sample", vae, "--class=bars"));
    assertRefused(
        "--class: the model of this run knows no classes. Leave it out.",
        run("interpolate", vae, "--class=bars"));
  }

  @Test
  void options_that_do_not_go_together_are_refused() {
    assertRefused(
        "--seed, --scale: --plane says which points. Leave one of them out.",
        run("sample", vae, "--plane", "--seed=2", "--scale=2"));
    assertRefused(
        "--extent: is for --plane. Add it, or leave --extent out.",
        run("sample", vae, "--extent=2"));
    assertRefused(
        "--components: is for --prior mixture, and the prior is normal. Leave one of them out.",
        run("sample", vae, "--components=2"));
    assertRefused(
        "--scale: is for --prior normal, and the prior is the mixture. Leave it out, or add"
            + " --prior normal.",
        run("sample", autoencoder, "--scale=2"));
    assertRefused("--scale: expected a number above 0, got 0.0", run("sample", vae, "--scale=0"));
    assertRefused(
        gan
            + ": expected a run whose model can encode, got one (glyphs-dcgan) that can sample,"
            + " interpolate, project, reconstruct and anomaly.",
        run("sample", gan, "--prior=mixture"));
  }

  @Test
  void samples_of_one_brightness_are_files_of_one() throws IOException {
    Path each = folder.resolve("each");
    run("sample", vae, "--count=2", "--out=" + each + "/");
    assertThat(run("encode", vae, each, "--out=" + folder.resolve("e.csv")).code()).isZero();
    byte[] black = new byte[64];
    Png.write(GrayImage.of(8, 8, black), each.resolve("black.png"));
    assertThat(run("reconstruct", vae, each, "--count=1").err()).contains("over 1 image,");
  }
}
