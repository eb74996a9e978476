package dev.figment.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GradientNormTest {
  @Test
  void it_is_the_root_of_the_sum_of_all_squares_and_a_scalar() {
    try (Scope scope = Scope.open()) {
      Tensor matrix = Tensor.of(new float[] {1, -2, 3, -4}, 2, 2);
      Tensor image = Tensor.of(new float[] {5, 6, 7, 8}, 1, 2, 1, 2).channelsLast();
      Tensor norm = GradientNorm.of(List.of(matrix, image, Tensor.zeros(3)));
      assertThat(norm.item()).isCloseTo(Math.sqrt(204), within(1e-5));
      assertThat(norm.rank()).isZero();
    }
  }
}
