package dev.figment.tensor;

import static dev.figment.Closeness.assertClose;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FusedAdamTest {
  private static final double RATE = 0.01;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.99;
  private static final double EPSILON = 1e-3;

  @Test
  void three_steps_are_those_of_the_formula() {
    float[] gradients = {1, -0.5f, 1e-4f, 0};
    try (Scope scope = Scope.open()) {
      Tensor weights = Tensor.of(new float[] {1, 2, 3, 4}, 4);
      Tensor mean = Tensor.zeros(4);
      Tensor meanSquare = Tensor.zeros(4);
      double[] w = {1, 2, 3, 4};
      double[] m = new double[4];
      double[] s = new double[4];
      for (int step = 1; step <= 3; step++) {
        FusedAdam.update(
            weights, Tensor.of(gradients, 4), mean, meanSquare, step, RATE, BETA1, BETA2, EPSILON);
        for (int i = 0; i < 4; i++) {
          m[i] = BETA1 * m[i] + (1 - BETA1) * gradients[i];
          s[i] = BETA2 * s[i] + (1 - BETA2) * gradients[i] * gradients[i];
          double root = Math.sqrt(s[i] / (1 - Math.pow(BETA2, step)));
          w[i] -= RATE / (1 - Math.pow(BETA1, step)) * m[i] / (root + EPSILON);
        }
      }
      assertClose("weights", weights, floats(w));
      assertClose("mean", mean, floats(m));
      assertClose("mean of squares", meanSquare, floats(s));
    }
  }

  private static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }
}
