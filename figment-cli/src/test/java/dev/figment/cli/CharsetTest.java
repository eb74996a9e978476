package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A process of its own, in a locale that knows ASCII only. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CharsetTest {
  private static String run(String... arguments) throws IOException, InterruptedException {
    return Subprocess.run(Map.of("LC_ALL", "C"), arguments).said();
  }

  @Test
  void results_are_written_in_utf_8() throws Exception {
    assertThat(run("data", "list", "--json")).contains("Handwritten digits, gray, 28×28;");
  }

  @Test
  void errors_are_written_in_utf_8() throws Exception {
    assertThat(run("train", "glyphs-dcgan", "--dry-run", "--set=data.size=32"))
        .startsWith("figment: ")
        .contains("32×32×1");
  }
}
