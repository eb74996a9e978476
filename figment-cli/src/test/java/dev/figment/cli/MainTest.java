package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.DataException;
import dev.figment.cli.option.EngineOptions;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MainTest {
  @Command(name = "failing")
  static class Failing implements Callable<Integer> {
    private final Throwable error;

    @Mixin EngineOptions engine;

    Failing(Throwable error) {
      this.error = error;
    }

    @Override
    public Integer call() throws Exception {
      engine.settings(null);
      if (error instanceof Error fault) {
        throw fault;
      }
      throw (Exception) error;
    }
  }

  private static Console failing(Throwable error, String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = "failing";
    System.arraycopy(more, 0, arguments, 1, more.length);
    return Console.with("failing", new Failing(error), arguments);
  }

  @Test
  void without_a_command_the_help_is_shown() {
    assertThat(Console.run().out()).startsWith("Usage: figment").contains("Example:", "doctor");
    assertThat(Console.run().code()).isZero();
  }

  @Test
  void a_mistyped_command_is_answered_with_the_nearest() {
    assertThat(Console.run("doctro"))
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: unknown command doctro; did you mean doctor?\nSee: figment --help\n"));
  }

  @Test
  void a_mistyped_option_is_answered_with_the_nearest() {
    assertThat(Console.run("doctor", "--jsno"))
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: unknown option --jsno; did you mean --json?\n"
                    + "See: figment doctor --help\n"));
  }

  @Test
  void a_failure_is_one_line_and_its_exit_code() {
    Console failed = failing(new DataException("mnist/train: expected 784 bytes,\n  got 3."));
    assertThat(failed)
        .isEqualTo(new Console(5, "", "figment: mnist/train: expected 784 bytes, got 3.\n"));
  }

  @Test
  void debug_shows_where_an_error_came_from() {
    assertThat(failing(new DataException("torn"), "--debug").err())
        .startsWith("figment: torn\ndev.figment.DataException: torn\n\tat ");
  }

  @Test
  void each_kind_of_failure_has_its_number() {
    assertThat(failing(new IOException("No space left on device")))
        .isEqualTo(new Console(7, "", "figment: No space left on device\n"));
    assertThat(failing(new OutOfMemoryError("Java heap space")))
        .isEqualTo(
            new Console(
                6,
                "",
                "figment: out of memory: Java heap space. Take a smaller batch or fewer images, or"
                    + " a larger heap: FIGMENT_JAVA_OPTS=-Xmx8g\n"));
    assertThat(failing(new OutOfMemoryError()).err())
        .isEqualTo(
            "figment: out of memory. Take a smaller batch or fewer images, or a larger heap:"
                + " FIGMENT_JAVA_OPTS=-Xmx8g\n");
    assertThat(failing(new NoSuchFileException("photos/1.png")))
        .isEqualTo(new Console(7, "", "figment: photos/1.png: there is no such file or folder\n"));
    assertThat(failing(new AssertionError("two owners")))
        .isEqualTo(
            new Console(
                1,
                "",
                "figment: a fault of Figment itself: java.lang.AssertionError: two owners"
                    + " (--debug shows where)\n"));
    assertThat(failing(new IllegalStateException("two owners")).code()).isEqualTo(1);
  }

  @Test
  void settings_are_refused_with_what_was_expected() {
    IllegalStateException notReached = new IllegalStateException();
    assertThat(failing(notReached, "--device", "tpu"))
        .isEqualTo(new Console(2, "", "figment: --device: expected cpu or cuda, got tpu\n"));
    assertThat(failing(notReached, "--threads", "0"))
        .isEqualTo(new Console(2, "", "figment: --threads: expected at least 1, got 0\n"));
    int processors = Runtime.getRuntime().availableProcessors();
    assertThat(failing(notReached, "--threads", "100000"))
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: --threads: expected at most %d, the processors that there are, got"
                        .formatted(processors)
                    + " 100000. More would wait for one another.\n"));
  }

  @Test
  void a_number_that_is_too_large_is_told_how_large_one_may_be() {
    assertThat(Console.run("sample", "x", "--count", "999999999999").err())
        .startsWith(
            "figment: --count: expected a whole number of at most 2147483647, got 999999999999\n");
    assertThat(Console.run("sample", "x", "--count", "many").err())
        .startsWith("figment: --count: expected a whole number, got many\n");
    assertThat(Console.run("train", "mnist-dcgan", "--seed", "99999999999999999999").err())
        .startsWith(
            "figment: --seed: expected a whole number of at most 9223372036854775807, got"
                + " 99999999999999999999\n");
  }

  @Test
  void a_path_of_no_letters_is_none() {
    assertThat(Console.run("train", "glyphs-dcgan", "--run", ""))
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: --run: expected the path of a file or folder, got nothing\n"
                    + "See: figment train --help\n"));
    assertThat(Console.run("sample", "").err())
        .startsWith("figment: RUN: expected the path of a file or folder, got nothing\n");
  }

  @Test
  void every_command_has_help_with_an_example_and_what_comes_next() {
    Deque<CommandLine> waiting = new ArrayDeque<>(Main.commandLine().getSubcommands().values());
    assertThat(waiting).isNotEmpty();
    while (!waiting.isEmpty()) {
      CommandLine each = waiting.pop();
      waiting.addAll(each.getSubcommands().values());
      String name = each.getCommandSpec().qualifiedName();
      String[] words = (name + " --help").split(" ");
      Console help = Console.run(Arrays.copyOfRange(words, 1, words.length));
      assertThat(help.code()).as(name).isZero();
      assertThat(help.out())
          .as(name)
          .startsWith("Usage: " + name)
          .contains("Example:  " + name, "Next:     ");
    }
  }

  @Test
  void the_version_names_java_too() {
    assertThat(Console.run("--version").out()).startsWith("figment ").contains("\nJava ");
  }
}
