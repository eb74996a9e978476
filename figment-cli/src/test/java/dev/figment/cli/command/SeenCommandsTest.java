package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
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

/** What denoising and sparse autoencoders learn, seen: {@code --corrupt} and {@code codings}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeenCommandsTest {
  /** A row of pictures of 8×8, zoomed by 2, with a margin of 2. */
  private static final int CELL = 18;

  @TempDir private static Path folder;
  private static Path plain;
  private static Path denoising;
  private static Path vae;
  private static Path gan;

  @BeforeAll
  static void train() {
    plain = folder.resolve("plain");
    denoising = folder.resolve("denoising");
    vae = folder.resolve("vae");
    gan = folder.resolve("gan");
    String encoder =
        "--set=model.autoencoder.encoder=[flatten, {dropout: 0.5}, {dense: {units: 6, activation:"
            + " sigmoid}}, sparsity]";
    assertThat(TinyCodecs.autoencoder(plain).code()).isZero();
    assertThat(TinyCodecs.autoencoder(denoising, encoder).code()).isZero();
    assertThat(TinyCodecs.vae(vae).code()).isZero();
    TinyGan.train(gan, "--steps=1");
  }

  private static Console run(String command, Path run, Object... more) {
    Stream<String> options = Stream.of(more).map(String::valueOf);
    return Console.run(
        Stream.concat(Stream.of(command, run.toString(), "--threads=1"), options)
            .toArray(String[]::new));
  }

  private static JsonNode json(Console console) {
    assertThat(console.code()).as(console.err()).isZero();
    return JsonMapper.shared().readTree(console.out());
  }

  private static void assertRefused(String message, Console console) {
    assertThat(console).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  @Test
  void damaged_images_stand_between_originals_and_repaired_ones() throws IOException {
    Console console = run("reconstruct", denoising, "--corrupt");
    Path picture = denoising.resolve("reconstructions-test-corrupted.png");
    assertThat(console.out()).isEqualTo(picture + "\n");
    assertThat(ImageIO.read(picture.toFile()).getHeight()).isEqualTo(6 * CELL + 2);
    assertThat(console.err())
        .containsPattern(
            "mean squared error over 20 images, pixels from 0 to 1, after dropout 0.5\n"
                + "damaged:  0\\.\\d{5}\nrepaired: 0\\.\\d{5}\n");
  }

  @Test
  void any_codec_is_given_damaged_images_and_the_errors_are_json() throws IOException {
    for (String kind : new String[] {"dropout:0.3", "gaussian:0.2", "mask:0.25"}) {
      JsonNode report = json(run("reconstruct", vae, "--corrupt=" + kind, "--count=4", "--json"));
      assertThat(report.path("corruption").asString())
          .isEqualTo(kind.replace(":", " ").replace("gaussian", "gaussian noise"));
      assertThat(report.path("images").asInt()).isEqualTo(4);
      assertThat(report.path("damagedMeanSquaredError").asDouble()).isPositive();
      assertThat(report.path("meanSquaredError").asDouble()).isPositive();
      Path picture = Path.of(report.path("picture").asString());
      assertThat(picture).hasFileName("reconstructions-test-" + kind.replace(":", "") + ".png");
      assertThat(ImageIO.read(picture.toFile()).getHeight()).isEqualTo(3 * CELL + 2);
    }
    JsonNode intact = json(run("reconstruct", vae, "--json"));
    assertThat(intact.path("corruption").isNull()).isTrue();
    assertThat(intact.path("damagedMeanSquaredError").isNull()).isTrue();
  }

  @Test
  void damage_is_drawn_from_a_seed() {
    assertThat(run("reconstruct", plain, "--corrupt=mask:0.2", "--json").out())
        .isEqualTo(run("reconstruct", plain, "--corrupt=mask:0.2", "--seed=1", "--json").out())
        .isNotEqualTo(run("reconstruct", plain, "--corrupt=mask:0.2", "--seed=2", "--json").out());
  }

  @Test
  void damage_that_is_none_is_refused() {
    assertRefused(
        plain
            + ": expected a run whose training damages images by dropout or gaussianNoise at the"
            + " entrance of the encoder, got one (fashion-stacked-autoencoder) that does not. Name"
            + " the corruption: dropout:0.5, gaussian:0.2 or mask:0.25.",
        run("reconstruct", plain, "--corrupt"));
    for (String kind : new String[] {"dropout", "gaussian:x", "blur:2", "shoe.png"}) {
      assertRefused(
          "--corrupt: expected dropout:RATE, gaussian:DEVIATION or mask:SHARE, as in dropout:0.5,"
              + " or nothing for the recipe's own, got "
              + kind
              + ". Name the run and IMAGES before it.",
          run("reconstruct", plain, "--corrupt", kind));
    }
    assertRefused(
        "mask: the share must be above 0 and below 1, got 2.0",
        run("reconstruct", plain, "--corrupt", "mask:2"));
    assertRefused(
        "--seed: is for what is drawn. Add --corrupt or --sampled, or leave it out.",
        run("reconstruct", plain, "--seed=2"));
    assertRefused(
        gan
            + ": expected a run whose model can encode, got one (glyphs-dcgan) that can sample,"
            + " interpolate, project, reconstruct and anomaly.",
        run("reconstruct", gan, "--corrupt=dropout:0.5"));
  }

  @Test
  void a_vae_reconstructs_from_points_that_are_drawn() throws IOException {
    Path mean = folder.resolve("mean.png");
    assertThat(run("reconstruct", vae, "--out=" + mean).code()).isZero();
    assertThat(run("reconstruct", vae, "--sampled").out())
        .isEqualTo(vae.resolve("reconstructions-test-sampled.png") + "\n");
    assertThat(Files.readAllBytes(vae.resolve("reconstructions-test-sampled.png")))
        .isNotEqualTo(Files.readAllBytes(mean));
    assertRefused(
        plain
            + ": expected a run whose model knows a distribution of points for an image, as a VAE"
            + " does, got one (fashion-stacked-autoencoder) that knows one point. Reconstruct by"
            + " that.",
        run("reconstruct", plain, "--sampled"));
  }

  @Test
  void the_activity_of_units_is_counted_and_drawn() {
    JsonNode report = json(run("codings", denoising, "--bins=10", "--json"));
    assertThat(report.path("units").asInt()).isEqualTo(6);
    assertThat(report.path("mean").asDouble()).isBetween(0.0, 1.0);
    assertThat(report.path("shareBelowTenth").asDouble()).isBetween(0.0, 1.0);
    assertThat(report.path("activations").path("shares").size()).isEqualTo(10);
    double sum = 0;
    for (JsonNode share : report.path("unitMeans").path("shares")) {
      sum += share.asDouble();
    }
    assertThat(sum).isBetween(0.999, 1.001);
    Console console = run("codings", denoising, "--out=" + folder.resolve("codings.svg"));
    assertThat(console.out())
        .containsPattern("codings +[\\d,]+ of 6 units\n")
        .containsPattern("activations +mean 0\\.\\d{4}, [\\d.]+ % below 0\\.1\n")
        .containsPattern("units +[\\d.]+ % with a mean from 0\\.1 to 0\\.2\n")
        .endsWith(folder.resolve("codings.svg") + "\n");
    assertThat(folder.resolve("codings.svg")).isNotEmptyFile();
    assertThat(console.err()).isEqualTo("next:     figment map " + denoising + "\n");
  }

  @Test
  void a_model_without_codings_says_so() {
    assertRefused(
        gan
            + ": expected a run whose model can encode, got one (glyphs-dcgan) that can sample,"
            + " interpolate, project, reconstruct and anomaly.",
        run("codings", gan));
    assertRefused("--bins: expected 1 to 1000, got 0", run("codings", plain, "--bins=0"));
  }

  @Test
  void a_run_whose_divergence_was_not_divided_by_the_batch_goes_on_as_it_was() throws IOException {
    Path old = folder.resolve("old");
    String encoder =
        "--set=model.autoencoder.encoder=[flatten, {dense: {units: 6, activation: sigmoid}},"
            + " {sparsity: {kl: 0.32}}]";
    assertThat(TinyCodecs.autoencoder(old, encoder, "--set=train.batch=32").code()).isZero();
    Path recipe = old.resolve("recipe.yaml");
    String written = Files.readString(recipe);
    assertThat(written).contains("kl: 0.32", "steps: 30");
    Files.writeString(
        recipe, written.replace("kl: 0.32", "weight: 0.01").replace("steps: 30", "steps: 32"));
    Console console = Console.run("resume", old.toString(), "--threads=1");
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(Files.readAllLines(old.resolve("stats.jsonl")).toString()).contains("\"step\":32");
  }
}
