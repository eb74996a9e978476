package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SparsityTest {
  private static double penalty(Sparsity layer, float... activities) {
    try (Scope scope = Scope.open()) {
      Pass pass = Pass.training(RandomStream.named("unused", 1));
      layer.apply(Tensor.of(activities, 2, activities.length / 2), null, pass);
      return pass.penalties().get(0).item();
    }
  }

  private static double divergence(double p, double q) {
    return p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
  }

  @Test
  void each_unit_pays_for_the_divergence_of_its_mean_activity_from_the_target() {
    double expected = 0.05 * (divergence(0.1, 0.3) + divergence(0.1, 0.5)) / 2;
    assertThat(penalty(new Sparsity(0.1, 0.05), 0.2f, 0.4f, 0.4f, 0.6f))
        .isCloseTo(expected, offset(1e-7));
  }

  @Test
  void a_batch_of_twice_the_same_examples_pays_half_as_a_sum_of_absolute_values_does_not() {
    double once = penalty(new Sparsity(0.1, 1), 0.3f, 0.5f);
    try (Scope scope = Scope.open()) {
      Pass pass = Pass.training(RandomStream.named("unused", 1));
      Tensor four = Tensor.of(new float[] {0.3f, 0.5f, 0.3f, 0.5f}, 4, 1);
      new Sparsity(0.1, 1).apply(four, null, pass);
      new ActivityRegularization(1, 0).apply(four, null, pass);
      assertThat(pass.penalties().get(0).item()).isCloseTo(once / 2, offset(1e-7));
      assertThat(pass.penalties().get(1).item()).isCloseTo(0.4, offset(1e-7));
    }
  }

  @Test
  void a_unit_at_its_target_pays_nothing() {
    assertThat(penalty(new Sparsity(0.1, 1), 0.05f, 0.15f)).isCloseTo(0, offset(1e-7));
  }

  @Test
  void units_that_are_always_off_or_always_on_pay_a_finite_price() {
    assertThat(penalty(new Sparsity(0.1, 1), 0, 0))
        .isCloseTo(divergence(0.1, 1e-7) / 2, offset(1e-4));
    assertThat(penalty(new Sparsity(0.1, 1), 1, 1)).isBetween(5.0, 10.0);
  }
}
