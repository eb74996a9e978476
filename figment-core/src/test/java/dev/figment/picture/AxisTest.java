package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AxisTest {
  @Test
  void ticks_stand_at_round_numbers() {
    assertThat(labels(Axis.tight(0, 10, 5))).containsExactly("0", "2", "4", "6", "8", "10");
    assertThat(labels(Axis.tight(-0.31, 0.3, 6))).containsExactly("-0.2", "0.0", "0.2");
    assertThat(labels(Axis.tight(0, 3000, 3))).containsExactly("0", "1,000", "2,000", "3,000");
    assertThat(labels(Axis.tight(0.1, 0.12, 4)))
        .containsExactly("0.100", "0.105", "0.110", "0.115", "0.120");
    assertThat(labels(Axis.tight(0, 3e9, 3)))
        .containsExactly("0.00", "1.00e+09", "2.00e+09", "3.00e+09");
  }

  @Test
  void one_number_alone_stands_in_the_middle() {
    assertThat(Axis.tight(5, 5, 4).at(5)).isEqualTo(0.5);
    assertThat(Axis.tight(0, 0, 4).at(0)).isEqualTo(0.5);
    assertThat(Axis.tight(-3, -3, 4).at(-3)).isEqualTo(0.5);
  }

  @Test
  void numbers_beyond_stand_at_the_edge() {
    assertThat(Axis.tight(0, 1, 4).at(7)).isEqualTo(1);
    assertThat(Axis.tight(0, 1, 4).at(-7)).isZero();
  }

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(axis::label).toList();
  }
}
