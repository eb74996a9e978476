package dev.figment.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TerminalBarTest {
  @BeforeAll
  static void a_terminal_of_80_columns() {
    System.setProperty("figment.terminal", "80");
  }

  @AfterAll
  static void no_terminal() {
    System.clearProperty("figment.terminal");
  }

  @Test
  void a_bar_ends_on_a_line_of_its_own_with_what_stands_behind_it() {
    StringWriter err = new StringWriter();
    try (TerminalBar bar = TerminalBar.withRate(new PrintWriter(err), "t-SNE", 50, 1000)) {
      bar.message(List.of("divergence 1.157"));
      bar.update(1000, 1000);
    }
    String[] drawn = err.toString().split("\r");
    assertThat(drawn[0]).isEmpty();
    assertThat(drawn[drawn.length - 1])
        .startsWith("t-SNE 100 % ━━━━━━━━")
        .contains("1,000/1,000", "/s divergence 1.157")
        .endsWith(System.lineSeparator());
  }

  @Test
  void of_a_training_that_goes_on_no_time_is_guessed_before_its_first_step() {
    StringWriter err = new StringWriter();
    TerminalBar.of(new PrintWriter(err), 50, 1000).close();
    assertThat(err.toString()).contains("50/1,000").doesNotContain("left");
  }

  @Test
  void the_losses_and_accuracies_of_a_gan_fit_beside_it() {
    StringWriter err = new StringWriter();
    try (TerminalBar bar = TerminalBar.of(new PrintWriter(err), 0, 100)) {
      bar.message(List.of("d1 0.65 d2 0.70 g 0.72", "acc 100/98 %", "410 images/s"));
      bar.update(100, 100);
    }
    String[] drawn = err.toString().strip().split("\r");
    assertThat(drawn[drawn.length - 1])
        .contains("━━━━━━━━", "100/100", "d1 0.65 d2 0.70 g 0.72 acc 100/98 %");
  }

  @Test
  void what_is_said_over_a_bar_leaves_nothing_of_it() {
    StringWriter err = new StringWriter();
    TerminalBar.println(new PrintWriter(err), "test split");
    assertThat(err).hasToString("\rtest split" + " ".repeat(69) + System.lineSeparator());
  }
}
