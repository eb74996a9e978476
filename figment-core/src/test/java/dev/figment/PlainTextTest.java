package dev.figment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainTextTest {
  @Test
  void what_a_terminal_would_obey_is_written_as_in_a_program() {
    assertThat(PlainText.of("a\u001b[31mred\u0007")).isEqualTo("a\\u001b[31mred\\u0007");
    assertThat(PlainText.of("a\u009b2J")).isEqualTo("a\\u009b2J");
    assertThat(PlainText.of("gpj.\u202egnp")).isEqualTo("gpj.\\u202egnp");
  }

  @Test
  void letters_of_all_scripts_lines_and_tabs_stay() {
    String text = "Straße 東京 🌷\n\tnext";
    assertThat(PlainText.of(text)).isSameAs(text);
  }

  @Test
  void a_name_has_80_letters_at_most() {
    assertThat(PlainText.name("x".repeat(80))).hasSize(80);
    assertThat(PlainText.name("x".repeat(900_000))).isEqualTo("x".repeat(80) + "…");
  }

  @Test
  void a_name_is_one_line_and_no_letter_is_cut_in_two() {
    assertThat(PlainText.quoted("a\nb")).isEqualTo("'a\\u000ab'");
    assertThat(PlainText.name("🌷".repeat(81))).isEqualTo("🌷".repeat(80) + "…");
  }

  @Test
  void every_message_is_plain_and_keeps_its_beginning_and_its_end() {
    String message =
        new DataException("%s: expected less, got %s. Mend it.", "a\u001bb", "x".repeat(900_000))
            .getMessage();
    assertThat(message)
        .startsWith("a\\u001bb: expected less, got xxx")
        .endsWith("xxx. Mend it.")
        .hasSizeLessThan(4_100);
  }
}
