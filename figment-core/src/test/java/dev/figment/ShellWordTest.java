package dev.figment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShellWordTest {
  @Test
  void a_plain_word_needs_no_quotes() {
    assertThat(ShellWord.of(Path.of("runs/00001-mnist_gan"))).isEqualTo("runs/00001-mnist_gan");
    assertThat(ShellWord.of("train.epochs=3")).isEqualTo("train.epochs=3");
  }

  @Test
  void what_a_shell_would_read_into_is_quoted() {
    assertThat(ShellWord.of("my runs/$HOME")).isEqualTo("'my runs/$HOME'");
    assertThat(ShellWord.of("Anna's run")).isEqualTo("'Anna'\\''s run'");
    assertThat(ShellWord.of("~/runs")).isEqualTo("'~/runs'");
    assertThat(ShellWord.of("a\nb")).isEqualTo("'a\nb'");
    assertThat(ShellWord.of("")).isEqualTo("''");
  }
}
