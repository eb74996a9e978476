package dev.figment.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DistancesTest {
  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  @Test
  void distances_are_their_plain_loop() {
    float[] a = Noise.normals(RandomStream.named("a", 1), 5 * 3);
    float[] b = Noise.normals(RandomStream.named("b", 1), 4 * 3);

    double[] squared =
        Doubles.toArray(
            Distances.squared(Doubles.of(Tensor.of(a, 5, 3)), Doubles.of(Tensor.of(b, 4, 3))));

    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 4; j++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += Math.pow((double) a[3 * i + k] - b[3 * j + k], 2);
        }
        assertThat(squared[4 * i + j]).isCloseTo(sum, within(1e-13));
      }
    }
  }

  @Test
  void rounding_gives_no_distance_below_zero() {
    Tensor far = Noise.normal(RandomStream.named("far", 1), 50, 3).plus(1000);

    for (float each : Distances.squared(far, far).toArray()) {
      assertThat(each).isNotNegative();
    }
  }
}
