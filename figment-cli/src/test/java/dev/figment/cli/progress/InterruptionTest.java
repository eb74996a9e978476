package dev.figment.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.figment.cli.Console;
import dev.figment.cli.Subprocess;
import dev.figment.cli.command.TinyGan;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    List<String> small = new ArrayList<>(KilledTrainingsTest.SMALL);
    small.addAll(List.of(flags));
    List<String> arguments = new ArrayList<>(List.of("train"));
    arguments.addAll(TinyGan.recipe());
    arguments.addAll(List.of("--steps=1000000", "--run=" + run));
    return Subprocess.command(small, arguments);
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

  /** As {@code timeout} and a terminal that is closed do. */
  @ParameterizedTest
  @CsvSource({"TERM, 143", "HUP, 129"})
  void two_signals_at_once_count_as_one(String signal, int code) throws Exception {
    assumeThat(IgnoredSignals.contain(signal)).isFalse();
    Path run = folder.resolve("run");
    Process training = start(run);
    String said;
    try (BufferedReader reader = training.errorReader()) {
      awaitStep(reader);
      String kill = "kill -%s %d; kill -%1$s %2$d".formatted(signal, training.pid());
      new ProcessBuilder("sh", "-c", kill).start().waitFor();
      said = String.join("\n", reader.lines().toList());
    }
    assertThat(training.waitFor()).as(said).isEqualTo(code);
    assertThat(said).containsPattern("stopped at step \\d+, with a checkpoint");
  }

  @Test
  void a_step_that_takes_long_is_waited_for() throws Exception {
    Process work = InterruptedWork.start(true);
    try (BufferedReader said = work.inputReader();
        Writer told = work.outputWriter()) {
      assertThat(said.readLine()).isEqualTo("at work");
      signal("TERM", work);
      assertThat(List.of(said.readLine(), said.readLine()))
          .containsExactlyInAnyOrder(
              "stopping after this step; a second signal ends at once",
              "this step takes long: waiting for its end, to lose nothing of it");
      told.append('!').flush();
      assertThat(said.readLine()).isEqualTo("done !");
    }
    assertThat(work.waitFor()).isEqualTo(143);
  }

  @Test
  void a_second_signal_after_more_than_a_second_ends_at_once() throws Exception {
    assumeThat(IgnoredSignals.contain("HUP")).isFalse();
    Process work = InterruptedWork.start(true);
    try (BufferedReader said = work.inputReader()) {
      assertThat(said.readLine()).isEqualTo("at work");
      signal("TERM", work);
      assertThat(said.readLine()).isNotNull();
      TimeUnit.MILLISECONDS.sleep(1100); // at least
      signal("HUP", work);
      assertThat(work.waitFor()).isEqualTo(143);
      assertThat(said.lines()).noneMatch(line -> line.startsWith("done"));
    }
  }

  @Test
  void before_there_is_anything_to_lose_a_signal_ends_at_once() throws Exception {
    Process work = InterruptedWork.start(false);
    try (BufferedReader said = work.inputReader()) {
      assertThat(said.readLine()).isEqualTo("at work");
      signal("TERM", work);
      assertThat(work.waitFor()).isEqualTo(143);
      assertThat(said.lines()).isEmpty();
    }
  }

  private static List<Long> stepsIn(Path statistics) {
    return new JsonLines(statistics)
        .read().stream().map(line -> line.path("step").asLong()).toList();
  }

  /** A pipe of Linux takes 64 KiB, and a line of progress has about 150 bytes. */
  private static final int LINES_THAT_FILL_A_PIPE = 600;

  @Test
  void a_training_that_nobody_listens_to_goes_on_and_ends_by_a_signal_with_all_its_steps()
      throws Exception {
    Path run = folder.resolve("run");
    List<String> command = training(run);
    command.add("--set=watch.tickSteps=1");
    Process training =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    Path statistics = run.resolve("stats.jsonl");
    while (training.isAlive() && stepsIn(statistics).size() < LINES_THAT_FILL_A_PIPE) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    signal("TERM", training);
    assertThat(training.waitFor()).isEqualTo(143); // and nothing was read
    List<Long> steps = stepsIn(statistics);
    long last = steps.get(steps.size() - 1);
    Checkpoint newest = new RunFolder(run).checkpoints().newest().orElseThrow();
    assertThat(newest.stepInName()).isEqualTo(last);
  }

  @Test
  void an_interruption_has_its_own_code() throws Exception {
    assumeThat(IgnoredSignals.contain("INT")).isFalse();
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
    assumeThat(OnTerminal.SCRIPT).isExecutable();
    assumeThat(IgnoredSignals.contain("INT")).isFalse();
    Path run = folder.resolve("run");
    List<String> command = training(run, "-Dfigment.terminal=120");
    Process terminal = OnTerminal.start(command);
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

  @Test
  void a_terminal_that_is_closed_leaves_a_checkpoint() throws Exception {
    assumeThat(OnTerminal.SCRIPT).isExecutable();
    assumeThat(IgnoredSignals.contain("HUP")).isFalse();
    Path run = folder.resolve("run");
    List<String> command = training(run, "-Dfigment.terminal=120");
    command.add("--set=watch.tickSteps=1");
    Process terminal = OnTerminal.start(command);
    ProcessHandle training;
    try (BufferedReader reader = terminal.inputReader()) {
      assertThat(upTo("images/s", reader)).isNotEmpty();
      training = terminal.descendants().findFirst().orElseThrow();
      terminal.destroyForcibly().waitFor(); // the window, not the training
    }
    training.onExit().get();
    List<Long> steps = stepsIn(run.resolve("stats.jsonl"));
    Checkpoint newest = new RunFolder(run).checkpoints().newest().orElseThrow();
    assertThat(newest.stepInName()).isEqualTo(steps.get(steps.size() - 1));
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
