package dev.figment.loss;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CategoricalCrossEntropyTest {
  private static final float[] LOGITS = {1, -2, 0.5f, 3, 0, -1};
  private static final long[] CLASSES = {2, 0};

  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  private static double probability(int example, int which) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      sum += Math.exp(LOGITS[3 * example + c]);
    }
    return Math.exp(LOGITS[3 * example + which]) / sum;
  }

  @Test
  void it_is_the_mean_of_minus_log_of_what_softmax_gives_the_class() {
    Tensor loss = CategoricalCrossEntropy.of(Tensor.of(LOGITS, 2, 3), Tensor.ofLongs(CLASSES, 2));
    double expected = -(Math.log(probability(0, 2)) + Math.log(probability(1, 0))) / 2;
    assertThat(loss.item()).isCloseTo(expected, within(1e-6));
  }

  @Test
  void the_gradient_is_what_softmax_gives_minus_what_is_so() {
    Tensor logits = Tensor.of(LOGITS, 2, 3).differentiable();
    Tensor loss = CategoricalCrossEntropy.of(logits, Tensor.ofLongs(CLASSES, 2));
    float[] expected = new float[6];
    for (int i = 0; i < 6; i++) {
      int isSo = CLASSES[i / 3] == i % 3 ? 1 : 0;
      expected[i] = (float) ((probability(i / 3, i % 3) - isSo) / 2);
    }
    assertClose("gradient", Gradients.of(loss, List.of(logits)).get(0), expected);
  }

  @Test
  void who_knows_nothing_loses_the_log_of_the_number_of_classes() {
    Tensor classes = Tensor.ofLongs(new long[] {0, 4, 9}, 3);
    assertThat(CategoricalCrossEntropy.of(Tensor.zeros(3, 10), classes).item())
        .isCloseTo(Math.log(10), within(1e-6));
  }

  @Test
  void logits_of_any_size_give_a_finite_loss() {
    Tensor logits = Tensor.of(new float[] {1e30f, 0, -1e4f, 1e4f}, 2, 2);
    assertThat(CategoricalCrossEntropy.of(logits, Tensor.ofLongs(new long[] {0, 0}, 2)).item())
        .isEqualTo(1e4);
  }
}
