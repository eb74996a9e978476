package dev.figment.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.figment.cli.Console;
import dev.figment.cli.command.TinyGan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real signals to a process of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class InterruptionTest {
  @TempDir private Path folder;

  private static Process start(Path run) throws IOException {
    return new ProcessBuilder(training(run))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> training(Path run, String... flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.figment.cli.Main", "train"));
    command.addAll(TinyGan.recipe());
    command.addAll(List.of("--steps=1000000", "--run=" + run));
    return command;
  }

  private static void awaitStep(BufferedReader said) throws IOException {
    String line = said.readLine();
    while (line != null && !line.startsWith("step ")) {
      line = said.readLine();
    }
    assertThat(line).isNotNull();
  }

  private static void signal(String name, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  @Test
  void a_training_that_is_told_to_end_writes_a_checkpoint_and_goes_on_later() throws Exception {
    Path run = folder.resolve("run");
    Process training = start(run);
    String said;
    try (BufferedReader reader = training.errorReader()) {
      awaitStep(reader);
      signal("TERM", training);
      said = String.join("\n", reader.lines().toList());
    }
    assertThat(training.waitFor()).isEqualTo(143);
    assertThat(said)
        .contains("stopping after this step; a second signal ends at once")
        .containsPattern("stopped at step \\d+, with a checkpoint\ngo on:    figment resume ");
    assertThat(run.resolve("checkpoints")).isDirectoryContaining("glob:**/step-*");
    assertThat(Console.run("runs", folder.toString()).out()).contains("can go on from ");
  }

  /**
   * A shell starts what it puts in the background with interruptions ignored, children included.
   */
  private static boolean interruptionsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  @Test
  void an_interruption_has_its_own_code() throws Exception {
    assumeThat(interruptionsAreIgnored()).isFalse();
    Process training = start(folder.resolve("run"));
    try (BufferedReader reader = training.errorReader()) {
      awaitStep(reader);
      signal("INT", training);
      reader.lines().forEach(line -> assertThat(line).isNotNull());
    }
    assertThat(training.waitFor()).isEqualTo(130);
  }

  /** A key that a person presses, not a signal that a program sends. */
  private static final String CTRL_C = "\003";

  @Test
  void ctrl_c_on_a_terminal_with_the_bar_leaves_a_checkpoint() throws Exception {
    Path script = Path.of("/usr/bin/script"); // runs a command on a terminal of its own
    assumeThat(script).isExecutable();
    assumeThat(interruptionsAreIgnored()).isFalse();
    Path run = folder.resolve("run");
    List<String> command = training(run, "-Dfigment.terminal=120");
    Process terminal =
        new ProcessBuilder(script.toString(), "-qec", quoted(command), "/dev/null")
            .redirectErrorStream(true)
            .start();
    String said;
    try (BufferedReader reader = terminal.inputReader();
        Writer keyboard = terminal.outputWriter()) {
      String before = upTo("images/s", reader);
      keyboard.append(CTRL_C).flush();
      said = before + reader.lines().collect(Collectors.joining("\n"));
    }
    assertThat(terminal.waitFor()).as(said).isEqualTo(130);
    assertThat(said).containsPattern("stopped at step \\d+, with a checkpoint");
    assertThat(run.resolve("checkpoints")).isDirectoryContaining("glob:**/step-*");
  }

  private static String quoted(List<String> command) {
    return command.stream()
        .map(each -> "'" + each.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" ", "exec ", ""));
  }

  /** What is drawn up to a word, which stands on no line that ends. */
  private static String upTo(String word, BufferedReader reader) throws IOException {
    StringBuilder said = new StringBuilder();
    while (said.indexOf(word) < 0) {
      int next = reader.read();
      assertThat(next).as(said.toString()).isNotNegative();
      said.append((char) next);
    }
    return said.toString();
  }
}
