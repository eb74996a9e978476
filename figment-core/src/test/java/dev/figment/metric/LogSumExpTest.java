package dev.figment.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogSumExpTest {
  private static LogSumExp of(double... numbers) {
    LogSumExp sum = new LogSumExp();
    for (double each : numbers) {
      sum.add(each);
    }
    return sum;
  }

  @Test
  void it_is_the_logarithm_of_the_sum_in_any_order() {
    double expected = Math.log(Math.exp(-1) + Math.exp(2) + Math.exp(0.5));
    assertThat(of(-1, 2, 0.5).sum()).isCloseTo(expected, within(1e-15));
    assertThat(of(2, 0.5, -1).sum()).isCloseTo(expected, within(1e-15));
    assertThat(of(-1, 2, 0.5).mean()).isCloseTo(expected - Math.log(3), within(1e-15));
  }

  @Test
  void ten_thousand_nats_below_or_above_zero_are_not_too_much() {
    assertThat(of(-1e4, -1e4 + 1).sum())
        .isCloseTo(-1e4 + 1 + Math.log1p(Math.exp(-1)), within(1e-11));
    assertThat(of(-1e4, 1e4, -1e4).sum()).isEqualTo(1e4);
    double[] many = IntStream.range(0, 5000).mapToDouble(i -> -1e4).toArray();
    assertThat(of(many).mean()).isCloseTo(-1e4, within(1e-9));
  }

  @Test
  void what_has_no_probability_counts_as_a_number_of_zero() {
    double none = Double.NEGATIVE_INFINITY;
    assertThat(of(none, none).mean()).isEqualTo(none);
    assertThat(of(none, -3, none).mean()).isCloseTo(-3 - Math.log(3), within(1e-15));
  }

  @Test
  void what_is_no_number_is_not_passed_over() {
    assertThat(of(1, Double.NaN, 2).sum()).isNaN();
  }
}
