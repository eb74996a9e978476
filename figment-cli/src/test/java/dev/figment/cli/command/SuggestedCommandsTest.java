package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is suggested can be pasted into a shell, whatever runs are called. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SuggestedCommandsTest {
  @TempDir private static Path folder;
  private static Path gan;
  private static Path codec;

  @BeforeAll
  static void train() {
    gan = folder.resolve("Anna's runs/a gan");
    codec = folder.resolve("Anna's runs/a codec");
    assertSuggests("sample", gan, TinyGan.train(gan, "--steps=2"));
    assertSuggests("reconstruct", codec, TinyCodecs.autoencoder(codec));
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  /** No path stands in a command as it is. */
  private static void assertSuggests(String command, Path path, Console said) {
    assertThat(said.err()).contains("figment " + command + " " + quoted(path));
    Pattern bare = Pattern.compile("figment [a-z]+ [^'\n]*" + Pattern.quote(folder + "/Anna's"));
    assertThat(said.err()).doesNotContainPattern(bare);
  }

  @Test
  void a_finished_run_can_be_made_longer() {
    assertSuggests("resume", gan, Console.run("resume", gan.toString()));
    assertSuggests("resume", gan, TinyGan.train(gan));
  }

  @Test
  void what_a_codec_shows_leads_on() {
    String run = codec.toString();
    assertSuggests("interpolate", codec, Console.run("reconstruct", run));
    assertSuggests("sample", codec, Console.run("interpolate", run));
    assertSuggests("interpolate", codec, Console.run("map", run, "--count=20", "--perplexity=2"));
    Path points = folder.resolve("my points.npy");
    Console encoded = Console.run("encode", run, "--out=" + points);
    assertSuggests("sample", codec, encoded);
    assertThat(encoded.err()).contains("--latent " + quoted(points));
  }

  @Test
  void a_file_of_weights_is_quoted_too() {
    Path weights = folder.resolve("my weights.safetensors");
    Console exported = Console.run("export", gan.toString(), "--out=" + weights);
    assertThat(exported.err()).contains("figment sample " + quoted(weights));
  }

  @Test
  void sets_by_their_path_are_quoted_too() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("my photos"));
    for (int i = 0; i < 4; i++) {
      byte[] pixels = new byte[64];
      pixels[0] = (byte) i;
      Png.write(GrayImage.of(8, 8, pixels), photos.resolve(i + ".png"));
    }
    assertThat(Console.run("data", "check", photos.toString()).err())
        .contains("figment data info " + quoted(photos));
    Path out = folder.resolve("my set.zip");
    assertThat(Console.run("data", "prepare", photos.toString(), out.toString()).err())
        .contains("figment data info " + quoted(out));
  }
}
