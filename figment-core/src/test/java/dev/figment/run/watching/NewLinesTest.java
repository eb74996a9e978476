package dev.figment.run.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.run.folder.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NewLinesTest {
  @TempDir private Path folder;

  @Test
  void each_line_is_given_once_when_it_is_whole() throws IOException {
    JsonLines lines = new JsonLines(folder.resolve("metrics.jsonl"));
    NewLines fresh = new NewLines(lines);
    assertThat(fresh.next()).isEmpty();
    lines.append(Map.of("step", 1));
    lines.append(Map.of("step", 2));
    assertThat(fresh.next()).hasSize(2);
    assertThat(fresh.next()).isEmpty();
    Files.writeString(lines.file(), "{\"step\":", StandardOpenOption.APPEND);
    assertThat(fresh.next()).isEmpty();
    Files.writeString(lines.file(), "3}\n", StandardOpenOption.APPEND);
    assertThat(fresh.next()).extracting(line -> line.get("step").asInt()).containsExactly(3);
  }
}
