package dev.figment.bench.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.bench.Arguments;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassOptionsTest {
  @Test
  void runs_and_options_come_in_any_order() {
    ClassOptions options = options("a", "--images", "50", "b", "--data-dir", "data");
    assertThat(options.runs).containsExactly(Path.of("a"), Path.of("b"));
    assertThat(options.images).isEqualTo(50);
    assertThat(options.settings().dataDir()).isEqualTo(Path.of("data"));
  }

  @Test
  void what_is_not_given_has_a_default() {
    ClassOptions options = options("a");
    assertThat(options.set).isEqualTo("mnist");
    assertThat(options.images).isEqualTo(1000);
    assertThat(options.kept().isThere()).isFalse();
    assertThat(options.threads).isEqualTo(1);
  }

  @Test
  void what_makes_no_sense_is_refused() {
    refused("Missing required parameter: 'RUN'");
    refused("Missing required parameter for option '--images' (N)", "a", "--images");
    refused(
        "Invalid value for option '--images': expected a whole number from 1, got 0",
        "a",
        "--images",
        "0");
    refused(
        "Invalid value for option '--seed': expected a whole number from 1, got x",
        "a",
        "--seed",
        "x");
    refused("unknown option --image; did you mean --images? See --help.", "a", "--image", "5");
  }

  @Test
  void help_is_no_call() {
    assertThat(Arguments.read(new ClassOptions(), "--help")).isFalse();
  }

  private static ClassOptions options(String... arguments) {
    ClassOptions options = new ClassOptions();
    assertThat(Arguments.read(options, arguments)).isTrue();
    return options;
  }

  private static void refused(String message, String... arguments) {
    assertThatThrownBy(() -> options(arguments))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
