package dev.figment.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpreadTest {
  @Test
  void of_an_odd_number_the_median_is_the_one_in_the_middle() {
    assertThat(MedianAndRange.of(3, 1, 10)).isEqualTo(new MedianAndRange(1, 3, 10));
  }

  @Test
  void of_an_even_number_the_median_is_between_the_two_in_the_middle() {
    assertThat(MedianAndRange.of(4, 1, 10, 2)).isEqualTo(new MedianAndRange(1, 3, 10));
  }

  @Test
  void one_value_is_all_three() {
    assertThat(MedianAndRange.of(7)).isEqualTo(new MedianAndRange(7, 7, 7));
  }
}
