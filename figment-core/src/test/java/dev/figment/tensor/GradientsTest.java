package dev.figment.tensor;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GradientsTest {
  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  private static Tensor leaf(float... values) {
    return Tensor.of(values, values.length).differentiable();
  }

  private static Tensor gradient(Tensor loss, Tensor of) {
    return Gradients.of(loss, List.of(of)).get(0);
  }

  @Test
  void the_gradient_of_a_product_is_the_other_factor() {
    Tensor x = leaf(1, -2, 3);
    Tensor y = leaf(4, 5, -6);
    List<Tensor> gradients = Gradients.of(x.times(y).sum(), List.of(y, x));
    assertClose("∂/∂y", gradients.get(0), 1, -2, 3);
    assertClose("∂/∂x", gradients.get(1), 4, 5, -6);
  }

  @Test
  void activations_have_the_slopes_of_their_formulas() {
    Tensor x = leaf(-1.5f, -0.5f, 0.5f, 2);
    double[] at = {-1.5, -0.5, 0.5, 2};
    float[] tanh = new float[4];
    float[] sigmoid = new float[4];
    for (int i = 0; i < 4; i++) {
      double s = 1 / (1 + Math.exp(-at[i]));
      tanh[i] = (float) (1 - Math.tanh(at[i]) * Math.tanh(at[i]));
      sigmoid[i] = (float) s;
    }
    assertClose("tanh'", gradient(x.tanh().sum(), x), tanh);
    assertClose("softplus'", gradient(x.softplus().sum(), x), sigmoid);
    assertClose("leakyRelu'", gradient(x.leakyRelu(0.2).sum(), x), 0.2f, 0.2f, 1, 1);
  }

  /** f = Σ x⁴: f′ = 4x³, and of Σ f′ the derivative is 12x². */
  @Test
  void gradients_can_be_differentiated_again() {
    Tensor x = leaf(1, -2, 0.5f);
    Tensor first = Gradients.differentiable(x.square().square().sum(), List.of(x)).get(0);
    assertClose("4x³", first, 4, -32, 0.5f);
    assertClose("12x²", gradient(first.sum(), x), 12, 48, 3);
  }

  @Test
  void plain_gradients_are_numbers_without_a_history() {
    Tensor x = leaf(1, 2);
    Tensor first = gradient(x.square().sum(), x);
    assertThatThrownBy(() -> gradient(first.sum(), x)).isInstanceOf(EngineException.class);
  }

  @Test
  void what_the_loss_does_not_depend_on_gets_zeros_of_its_shape() {
    Tensor used = leaf(1, 2);
    Tensor unused = Tensor.full(3, 2, 4).differentiable();
    Tensor gradient = Gradients.of(used.sum(), List.of(used, unused)).get(1);
    assertThat(gradient.shape()).containsExactly(2, 4);
    assertThat(gradient.toArray()).containsOnly(0);
  }

  @Test
  void nothing_adds_up_from_call_to_call() {
    Tensor x = leaf(1, 2);
    for (int i = 0; i < 3; i++) {
      assertClose("2x", gradient(x.square().sum(), x), 2, 4);
    }
  }

  @Test
  void results_on_the_way_have_gradients_too() {
    Tensor x = leaf(1, 2);
    Tensor middle = x.times(3);
    assertClose("2·3x", gradient(middle.square().sum(), middle), 6, 12);
  }

  @Test
  void nothing_is_recorded_while_paused_and_recording_goes_on_after() {
    Tensor x = leaf(1, 2);
    Tensor silent;
    try (Gradients.Paused outer = Gradients.pause();
        Gradients.Paused inner = Gradients.pause()) {
      silent = x.square().sum();
    }
    assertThatThrownBy(() -> gradient(silent, x))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "gradients on float[]: element 0 of tensors does not require grad and does not have a"
                + " grad_fn");
    assertClose("2x", gradient(x.square().sum(), x), 2, 4);
  }

  @Test
  void what_is_detached_is_a_constant() {
    Tensor x = leaf(3, 4);
    assertClose("x", gradient(x.times(x.detached()).sum(), x), 3, 4);
  }

  @Test
  void only_a_scalar_has_gradients() {
    Tensor x = leaf(1, 2);
    assertThatThrownBy(() -> gradient(x.square(), x))
        .hasMessage(
            "gradients on float[2]: grad can be implicitly created only for scalar outputs");
  }

  @Test
  void a_norm_of_zeros_has_no_slope() {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.of(new float[] {0, 0, 3, -4}, 2, 2).differentiable();
      Tensor norms = x.norm(new long[] {1}, false);
      assertThat(norms.toArray()).containsExactly(0, 5);
      assertThat(Gradients.of(norms.sum(), List.of(x)).get(0).toArray())
          .containsExactly(0, 0, 0.6f, -0.8f);
    }
  }

  @Test
  void a_copy_has_memory_of_its_own() {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.full(1, 3);
      Tensor copy = x.copy();
      x.fill(2);
      assertThat(copy.toArray()).containsOnly(1);
    }
  }
}
