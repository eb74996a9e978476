package dev.figment.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
      bar.message("divergence 1.157");
      bar.update(1000, 1000);
    }
    String[] drawn = err.toString().split("\r");
    assertThat(drawn[0]).isEmpty();
    assertThat(drawn[drawn.length - 1])
        .startsWith("t-SNE")
        .contains("1000/1000", "/s  divergence")
        .endsWith(System.lineSeparator());
  }

  @Test
  void the_losses_and_accuracies_of_a_gan_fit_beside_it() {
    StringWriter err = new StringWriter();
    try (TerminalBar bar = TerminalBar.of(new PrintWriter(err), 0, 100)) {
      bar.message("d1 0.65 d2 0.70 g 0.72 acc 100/98 % 410 images/s");
      bar.update(100, 100);
    }
    String[] drawn = err.toString().strip().split("\r");
    assertThat(drawn[drawn.length - 1])
        .contains("100/100")
        .contains("d1 0.65 d2 0.70 g 0.72 acc 100/98");
  }
}
