package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkupTextTest {
  @Test
  void what_has_a_meaning_in_markup_is_escaped() {
    assertThat(MarkupText.escaped("a\"<'>&")).isEqualTo("a&quot;&lt;&#39;&gt;&amp;");
  }

  @Test
  void what_markup_cannot_hold_is_replaced() {
    assertThat(MarkupText.escaped("\0\ud800\u0085é\n")).isEqualTo("\ufffd\ufffd\ufffdé\n");
  }
}
