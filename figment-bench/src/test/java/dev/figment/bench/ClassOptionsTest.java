package dev.figment.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassOptionsTest {
  @Test
  void runs_and_options_come_in_any_order() {
    ClassOptions options = ClassOptions.of("a", "--images", "50", "b", "--data-dir", "data");
    assertThat(options.runs()).containsExactly(Path.of("a"), Path.of("b"));
    assertThat(options.images()).isEqualTo(50);
    assertThat(options.settings().dataDir()).isEqualTo(Path.of("data"));
  }

  @Test
  void what_is_not_given_has_a_default() {
    ClassOptions options = ClassOptions.of("a");
    assertThat(options.set()).isEqualTo("mnist");
    assertThat(options.images()).isEqualTo(1000);
    assertThat(options.kept().isThere()).isFalse();
    assertThat(options.threads()).isEqualTo(1);
  }

  @Test
  void what_makes_no_sense_is_refused() {
    refused("classes: expected the folders of runs, got none");
    refused("--images: expected a value, got none", "a", "--images");
    refused("--images: expected a whole number from 1, got 0", "a", "--images", "0");
    refused("--seed: expected a whole number from 1, got x", "a", "--seed", "x");
    refused(
        "unknown option --image; did you mean --images? Known: --data-dir, --set, --images, --seed,"
            + " --classifier, --epochs, --threads",
        "a",
        "--image",
        "5");
  }

  private static void refused(String message, String... arguments) {
    assertThatThrownBy(() -> ClassOptions.of(arguments))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
