package dev.figment.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.figment.DiskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonLinesTest {
  @TempDir private Path folder;
  private JsonLines lines;

  @BeforeEach
  void twoLines() {
    lines = new JsonLines(folder.resolve("stats.jsonl"));
    lines.append(Map.of("step", 2));
    lines.append(Map.of("step", 4));
  }

  private List<Integer> steps() {
    return lines.read().stream().map(line -> line.path("step").asInt()).toList();
  }

  private void add(byte[] bytes) throws IOException {
    Files.write(lines.file(), bytes, StandardOpenOption.APPEND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"step\":5,\"lo", "{", "", "null", "7", "[1]", "{\"step\":5}}", "\0\0"})
  void a_torn_line_in_the_middle_costs_itself_alone(String torn) throws IOException {
    add((torn + "\n").getBytes());
    lines.append(Map.of("step", 6));
    assertThat(steps()).containsExactly(2, 4, 6);
  }

  @Test
  void bytes_that_are_no_text_cost_their_line_alone() throws IOException {
    add(new byte[] {(byte) 0xc3, (byte) 0x28, (byte) 0xff, '\n'});
    lines.append(Map.of("step", 6));
    assertThat(steps()).containsExactly(2, 4, 6);
  }

  @Test
  void a_line_after_one_that_was_cut_short_begins_below_it() throws IOException {
    add("{\"step\":5,\"lo".getBytes());
    lines.append(Map.of("step", 6));
    assertThat(steps()).containsExactly(2, 4, 6);
    assertThat(Files.readAllLines(lines.file())).hasSize(4);
  }

  @Test
  void lines_after_a_step_go_with_torn_ones_and_the_others_stay_to_the_letter() throws IOException {
    add("{\"step\": 5,\"loss\":1.50e0}\n{\"st\n{\"step\":6}\n{\"step\":3}".getBytes());
    lines.truncate(5);
    assertThat(lines.file())
        .hasContent("{\"step\":2}\n{\"step\":4}\n{\"step\": 5,\"loss\":1.50e0}\n{\"step\":3}\n");
  }

  @Test
  void where_there_is_no_file_there_is_nothing_to_cut() {
    JsonLines none = new JsonLines(folder.resolve("metrics.jsonl"));
    none.truncate(0);
    none.flush();
    assertThat(none.read()).isEmpty();
    assertThat(none.file()).doesNotExist();
  }

  @Test
  void a_symbolic_link_in_its_place_is_refused() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious.txt"), "mine");
    JsonLines linked = new JsonLines(folder.resolve("metrics.jsonl"));
    Files.createSymbolicLink(linked.file(), precious);
    assertThatThrownBy(() -> linked.append(Map.of("step", 2)))
        .isInstanceOf(DiskException.class)
        .hasMessageContaining("expected a file of its own, got a symbolic link");
    assertThat(precious).hasContent("mine");
  }

  @Test
  void a_device_that_is_full_is_a_matter_of_the_disk() {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    assertThatThrownBy(() -> new JsonLines(full).append(Map.of("step", 2)))
        .isInstanceOf(DiskException.class)
        .hasMessage("/dev/full: writing failed: No space left on device");
  }
}
