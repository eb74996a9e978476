package dev.figment.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReproductionTest {
  @Test
  void a_plain_word_needs_no_quotes() {
    assertThat(Reproduction.quoted("runs/00001-mnist_gan")).isEqualTo("runs/00001-mnist_gan");
    assertThat(Reproduction.quoted("train.epochs=3")).isEqualTo("train.epochs=3");
  }

  @Test
  void what_a_shell_would_read_into_is_quoted() {
    assertThat(Reproduction.quoted("my runs/$HOME")).isEqualTo("'my runs/$HOME'");
    assertThat(Reproduction.quoted("Anna's run")).isEqualTo("'Anna'\\''s run'");
    assertThat(Reproduction.quoted("~/runs")).isEqualTo("'~/runs'");
    assertThat(Reproduction.quoted("")).isEqualTo("''");
  }
}
