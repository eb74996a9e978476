package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, in a locale that knows ASCII only. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CharsetTest {
  @TempDir private Path folder;

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.figment.cli.Main"));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    builder.redirectOutput(said.toFile()).start().waitFor();
    return Files.readString(said, StandardCharsets.UTF_8);
  }

  @Test
  void results_are_written_in_utf_8() throws Exception {
    assertThat(run("data", "list", "--json")).contains("Handwritten digits, grey, 28×28;");
  }

  @Test
  void errors_are_written_in_utf_8() throws Exception {
    assertThat(run("train", "glyphs-dcgan", "--dry-run", "--set=data.size=32"))
        .startsWith("figment: ")
        .contains("32×32×1");
  }
}
