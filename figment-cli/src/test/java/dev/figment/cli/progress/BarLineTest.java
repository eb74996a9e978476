package dev.figment.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BarLineTest {
  private static final List<String> GAN =
      List.of("d1 0.65 d2 0.70 g 0.72", "acc 100/98 %", "410 images/s");
  private static final double TENTH_OF_A_SECOND = 1e8;

  private static String line(int columns, List<String> message) {
    BarLine line = new BarLine(false);
    line.message(message);
    return line.line("", 1234, 20_000, TENTH_OF_A_SECOND, columns);
  }

  @Test
  void on_80_columns_a_gan_has_a_bar_its_losses_and_its_accuracy() {
    assertThat(line(80, GAN))
        .isEqualTo(
            "6 % ╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 1,234/20,000 left 31 min d1 0.65 d2 0.70 g 0.72 acc 100/98 %");
  }

  @Test
  void on_a_wide_terminal_everything_stands_there() {
    assertThat(line(140, GAN).strip())
        .isEqualTo(
            "6 % ━━"
                + "╌".repeat(38)
                + " 1,234/20,000 left 31 min"
                + " d1 0.65 d2 0.70 g 0.72 acc 100/98 % 410 images/s");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 40, 50, 60, 70, 80, 100, 200})
  void losses_are_never_left_out_and_no_line_is_too_long(int columns) {
    assertThat(line(columns, GAN)).contains("d1 0.65 d2 0.70 g 0.72").hasSize(columns - 1);
  }

  @Test
  void a_terminal_narrower_than_the_losses_cuts_them() {
    assertThat(line(20, GAN)).isEqualTo("d1 0.65 d2 0.70 g 0");
  }

  @Test
  void before_the_first_step_no_time_is_guessed() {
    BarLine line = new BarLine(true);
    assertThat(line.line("t-SNE", 0, 1000, 5e9 / 0, 60).strip())
        .startsWith("t-SNE 0 % ╌╌╌")
        .contains("0/1,000")
        .doesNotContain("left", "/s");
  }

  @Test
  void more_than_was_planned_is_all() {
    BarLine line = new BarLine(true);
    assertThat(line.line("", 20, 10, TENTH_OF_A_SECOND, 60).strip())
        .startsWith("100 % ━━━")
        .contains("20/20 left 0 s");
  }

  @Test
  void a_task_says_its_name_and_its_rate() {
    BarLine line = new BarLine(true);
    line.message(List.of("divergence 1.157"));
    assertThat(line.line("t-SNE", 500, 1000, TENTH_OF_A_SECOND, 80).strip())
        .isEqualTo(
            "t-SNE 50 % ━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌ 500/1,000 left 50 s 10.00/s divergence 1.157");
  }
}
