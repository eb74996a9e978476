package dev.figment.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassAccuracyTest {
  private static final float[] LOGITS = {1, 2, 0.5f, -1, 3, 0};

  @Test
  void it_is_the_mean_surprise_at_the_right_class_and_its_gradient_softmax_minus_one_of_many() {
    try (Scope scope = Scope.open()) {
      Tensor logits = Tensor.of(LOGITS, 2, 3).differentiable();
      Tensor loss = CategoricalCrossEntropy.of(logits, Tensor.ofLongs(new long[] {2, 1}, 2));
      double[] p = new double[6];
      double[] sums = {
        Math.exp(1) + Math.exp(2) + Math.exp(0.5), Math.exp(-1) + Math.exp(3) + Math.exp(0)
      };
      for (int i = 0; i < 6; i++) {
        p[i] = Math.exp(LOGITS[i]) / sums[i / 3];
      }
      assertThat(loss.item()).isCloseTo(-(Math.log(p[2]) + Math.log(p[4])) / 2, within(1e-6));
      float[] gradient = Gradients.of(loss, List.of(logits)).get(0).toArray();
      for (int i = 0; i < 6; i++) {
        double right = i == 2 || i == 4 ? 1 : 0;
        assertThat((double) gradient[i]).isCloseTo((p[i] - right) / 2, within(1e-6));
      }
    }
  }

  @Test
  void accuracy_is_the_share_whose_right_class_is_highest() {
    try (Scope scope = Scope.open()) {
      Tensor logits = Tensor.of(LOGITS, 2, 3);
      assertThat(share(logits, 1, 1)).isEqualTo(1);
      assertThat(share(logits, 2, 1)).isEqualTo(0.5);
      assertThat(share(logits, 0, 2)).isZero();
    }
  }

  private static double share(Tensor logits, long... classes) {
    return CategoricalCrossEntropy.accuracy(logits, Tensor.ofLongs(classes, 2)).item();
  }
}
