package dev.figment.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignificantDigitsTest {
  @Test
  void numbers_have_the_digits_that_mean_something() {
    assertThat(SignificantDigits.of(0.0134249)).isEqualTo("0.01342");
    assertThat(SignificantDigits.of(-98.3149)).isEqualTo("-98.31");
    assertThat(SignificantDigits.of(12345.6)).isEqualTo("12346");
    assertThat(SignificantDigits.of(0)).isEqualTo("0.000");
    assertThat(SignificantDigits.of(98.3149, 0.2549)).isEqualTo("98.31");
    assertThat(SignificantDigits.of(98.3149, 12)).isEqualTo("98");
    assertThat(SignificantDigits.error(0.2549)).isEqualTo("0.25");
    assertThat(SignificantDigits.error(Double.NaN)).isEqualTo("-");
  }
}
