package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.figment.cli.Main", "train"));
    command.addAll(Tiny.recipe());
    command.addAll(List.of("--steps=1000000", "--run=" + run));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
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
}
