package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MapCommandTest {
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

  private static Console map(Path run, String... more) {
    return Console.run(
        Stream.concat(Stream.of("map", run.toString()), Stream.of(more)).toArray(String[]::new));
  }

  private static void assertRefused(String message, Console console) {
    assertThat(console).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  @Test
  void points_of_many_numbers_are_brought_to_a_plane() throws IOException {
    Console console = map(autoencoder, "--perplexity=5");
    assertThat(console.code()).as(console.err()).isZero();
    Path png = autoencoder.resolve("latent-map.png");
    Path svg = autoencoder.resolve("latent-map.svg");
    assertThat(console.out()).isEqualTo(png + "\n" + svg + "\n");
    assertThat(console.err()).startsWith("t-SNE of 26 points of 3 numbers\n");
    assertThat(png).isNotEmptyFile();
    assertThat(Files.readString(svg))
        .contains(">autoencoder: 26 of pictures/test</text>", ">bars</text>", ">slopes</text>")
        .contains("<image ");
  }

  @Test
  void points_of_two_numbers_are_drawn_where_they_are() throws IOException {
    Path out = folder.resolve("plane.svg");
    Console console = map(vae, "--out=" + out);
    assertThat(console.out()).isEqualTo(out + "\n");
    assertThat(console.err()).doesNotContain("t-SNE");
    assertThat(Files.readString(out)).contains(">first number</text>", ">second number</text>");
    assertThat(map(vae, "--tsne", "--perplexity=5", "--out=" + out).err())
        .startsWith("t-SNE of 26 points of 2 numbers\n");
    assertThat(Files.readString(out)).doesNotContain(">first number</text>");
  }

  @Test
  void thumbnails_can_be_few_or_none() throws IOException {
    Path out = folder.resolve("few.svg");
    map(vae, "--thumbnails=1", "--out=" + out);
    assertThat(Files.readString(out).split("<image ")).hasSize(2);
    map(vae, "--thumbnails=0", "--out=" + out);
    assertThat(Files.readString(out)).doesNotContain("<image ");
  }

  @Test
  void fewer_images_are_drawn_at_random_by_the_seed() throws IOException {
    Path out = folder.resolve("some.svg");
    map(vae, "--count=9", "--seed=1", "--out=" + out);
    String first = Files.readString(out);
    assertThat(first).contains("9 of pictures/test");
    map(vae, "--count=9", "--seed=1", "--out=" + out);
    assertThat(Files.readString(out)).isEqualTo(first);
    map(vae, "--count=9", "--seed=2", "--out=" + out);
    assertThat(Files.readString(out)).isNotEqualTo(first);
  }

  @Test
  void vectors_have_a_map_without_images() throws IOException {
    Path out = folder.resolve("vectors.svg");
    Console console = map(vectors, "--out=" + out);
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(Files.readString(out)).doesNotContain("<image ");
  }

  @Test
  void what_makes_no_map_is_refused() {
    assertRefused(
        gan
            + ": expected a run whose model can map, got one (glyphs-dcgan) that can sample,"
            + " interpolate, project, reconstruct and anomaly.",
        map(gan));
    assertThat(map(autoencoder).err())
        .endsWith(
            "figment: t-sne: expected at least 32 points for a perplexity of 30.0, got 26. Map"
                + " more points, or lower the perplexity.\n");
    assertRefused("t-sne: perplexity must be at least 1, got 0.5", map(vae, "--perplexity=0.5"));
    assertRefused(
        "--out: expected a file that ends in .png or .svg, got x.gif.", map(vae, "--out=x.gif"));
    assertRefused("--count: expected at least 2, got 1", map(vae, "--count=1"));
    assertRefused("--thumbnails: expected at least 0, got -1", map(vae, "--thumbnails=-1"));
  }
}
