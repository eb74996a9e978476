package dev.figment.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.metric.Estimate;
import dev.figment.nn.Shape;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresTest {
  @Test
  void a_value_has_as_many_decimals_as_two_digits_of_its_error() {
    Estimate estimate = new Estimate(12.3456, 0.123, 500);
    assertThat(Figures.value(estimate)).isEqualTo("12.35");
    assertThat(Figures.interval(estimate)).isEqualTo("12.10 to 12.59");
  }

  @Test
  void without_an_error_a_value_has_four_digits_and_no_interval() {
    Estimate estimate = new Estimate(0.0123456, Double.NaN, 500);
    assertThat(Figures.value(estimate)).isEqualTo("0.01235");
    assertThat(Figures.interval(estimate)).isEmpty();
    assertThat(Figures.value(new Estimate(0, 0, 500))).isEqualTo("0.000");
  }

  @Test
  void amounts_have_no_zeros_at_the_end() {
    assertThat(Figures.amount(100)).isEqualTo("100");
    assertThat(Figures.amount(2995.2)).isEqualTo("2,995.2");
    assertThat(Figures.amount(0.004)).isEqualTo("0");
    assertThat(Figures.amount(0.02)).isEqualTo("0.02");
  }

  @Test
  void times_are_as_exact_as_one_reads_them() {
    assertThat(Figures.duration(11.6)).isEqualTo("12 s");
    assertThat(Figures.duration(179.3)).isEqualTo("2 min 59 s");
    assertThat(Figures.duration(4570)).isEqualTo("1 h 16 min");
    assertThat(Figures.time(5622, 359.808)).isEqualTo("step 5,622 · 359.81 kimg");
    assertThat(Figures.time(5622, Double.NaN)).isEqualTo("step 5,622");
  }

  @Test
  void shapes_are_of_images_or_of_numbers() {
    assertThat(Figures.shape(Shape.image(28, 28, 1))).isEqualTo("28×28×1");
    assertThat(Figures.shape(Shape.vector(2))).isEqualTo("2 numbers");
  }
}
