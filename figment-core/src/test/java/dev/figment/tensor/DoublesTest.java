package dev.figment.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoublesTest {
  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  @Test
  void all_digits_come_back() {
    double[] values = {1 + 1e-15, -1e300, 0, 1e-300};
    Tensor tensor = Doubles.of(values, 2, 2);

    assertThat(tensor).hasToString("double[2, 2]");
    assertThat(Doubles.toArray(tensor)).containsExactly(values);
    assertThat(Doubles.toArray(tensor.permute(1, 0)))
        .containsExactly(values[0], values[2], values[1], values[3]);
  }

  @Test
  void floats_widen_and_doubles_narrow() {
    Tensor wide = Doubles.of(Tensor.of(new float[] {0.1f, 2}, 2));

    assertThat(Doubles.toArray(wide)).containsExactly(0.1f, 2);
    assertThat(wide.toArray()).containsExactly(0.1f, 2);
  }

  @Test
  void zeros_take_sums_of_doubles() {
    Tensor sum = Doubles.zeros(2).add(Doubles.of(new double[] {1e-12, 1}, 2), 3);

    assertThat(Doubles.toArray(sum)).containsExactly(3e-12, 3);
  }

  @Test
  void values_that_do_not_fill_the_shape_are_refused() {
    assertThatThrownBy(() -> Doubles.of(new double[3], 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 values do not fill double[2, 2]");
  }

  @Test
  void a_sum_of_exponentials_does_not_overflow() {
    Tensor logs = Doubles.of(new double[] {1000, 1000, -1000, -1000}, 2, 2);

    assertThat(Doubles.toArray(logs.logSumExp(1, false)))
        .containsExactly(1000 + Math.log(2), -1000 + Math.log(2));
    assertThat(logs.logSumExp(1, true).shape()).containsExactly(2, 1);
  }
}
