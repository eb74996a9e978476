package dev.figment.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AutocastTest {
  /** Between two of bfloat16's numbers, 1 and 1 + 2⁻⁷; the nearer one is 1. */
  private static final float FINE = 1 + 1 / 512f;

  private final Scope scope = Scope.open();

  @AfterEach
  void close() {
    scope.close();
  }

  private static Tensor fine(long... shape) {
    return Tensor.full(FINE, shape);
  }

  private static Tensor product() {
    return fine(1, 1).matmul(Tensor.full(1, 1, 1));
  }

  private static Tensor convolved(long outputs, int kernel) {
    return Convolution.apply(
        fine(1, 2, 8, 8), Tensor.full(1, outputs, 2, kernel, kernel), null, 1, Edges.NONE);
  }

  private static float first(Tensor x) {
    return x.toArray()[0];
  }

  @Test
  void products_and_convolutions_round_what_they_are_given() {
    try (Autocast autocast = Autocast.bfloat16()) {
      assertThat(product()).hasToString("bfloat16[1, 1]").returns(1f, AutocastTest::first);
      assertThat(fine(1, 1).linear(Tensor.full(1, 1, 1), null)).returns(1f, AutocastTest::first);
      assertThat(convolved(8, 1)).hasToString("bfloat16[1, 8, 8, 8]");
      assertThat(first(convolved(8, 1))).isEqualTo(2f);
    }
  }

  @Test
  void other_operations_do_not() {
    try (Autocast autocast = Autocast.bfloat16()) {
      assertThat(fine(1).times(fine(1))).hasToString("float[1]");
      assertThat(product().plus(fine(1, 1))).hasToString("float[1, 1]");
    }
  }

  @Test
  void a_thin_convolution_adds_in_float32() {
    try (Autocast autocast = Autocast.bfloat16()) {
      assertThat(convolved(1, 5)).hasToString("float[1, 1, 4, 4]");
      assertThat(first(convolved(1, 5))).isEqualTo(50f);
    }
  }

  @Test
  void a_normalization_is_in_float32_of_whatever_came() {
    try (Autocast autocast = Autocast.bfloat16()) {
      Tensor x = Tensor.of(new float[] {1, 2, 3}, 3, 1).matmul(Tensor.full(1, 1, 1));
      Normalization.Batch batch = Normalization.byBatch(x, null, null, 1e-3);
      assertThat(batch.normalized()).hasToString("float[3, 1]");
      assertThat(first(batch.mean())).isEqualTo(2f);
      assertThat(first(batch.variance())).isCloseTo(2 / 3f, within(1e-5f));
      assertThat(Normalization.byGroup(x, 1, null, null, 1e-3)).hasToString("float[3, 1]");
    }
  }

  @Test
  void it_ends_where_it_is_closed_and_pauses_where_it_is_off() {
    try (Autocast autocast = Autocast.bfloat16()) {
      try (Autocast off = Autocast.off()) {
        assertThat(product()).hasToString("float[1, 1]").returns(FINE, AutocastTest::first);
      }
      assertThat(product()).hasToString("bfloat16[1, 1]");
    }
    assertThat(product()).hasToString("float[1, 1]").returns(FINE, AutocastTest::first);
  }

  @Test
  void it_is_this_threads_alone() throws InterruptedException {
    try (Autocast autocast = Autocast.bfloat16()) {
      String[] elsewhere = new String[1];
      Thread thread =
          new Thread(
              () -> {
                try (Scope own = Scope.open()) {
                  elsewhere[0] = product().describe();
                }
              });
      thread.start();
      thread.join();
      assertThat(elsewhere).containsExactly("float[1, 1]");
    }
  }

  @Test
  void gradients_are_of_the_type_of_what_they_are_asked_for() {
    Tensor weight = Tensor.full(2, 1, 1).differentiable();
    Tensor loss;
    try (Autocast autocast = Autocast.bfloat16()) {
      loss = fine(1, 1).matmul(weight).toFloats().square().sum();
    }
    Tensor gradient = Gradients.of(loss, List.of(weight)).get(0);
    assertThat(gradient).hasToString("float[1, 1]").returns(4f, AutocastTest::first);
  }

  @Test
  void a_gradient_can_be_differentiated_again() {
    Tensor weight = Tensor.full(2, 1, 1).differentiable();
    Tensor x = Tensor.full(3, 1, 1).differentiable();
    Tensor penalty;
    try (Autocast autocast = Autocast.bfloat16()) {
      Tensor y = x.matmul(weight).square().sum(); // (wx)², of which ∂/∂x is 2w²x
      penalty = Gradients.differentiable(y, List.of(x)).get(0).square().sum(); // 4w⁴x²
    }
    assertThat(penalty.item()).isEqualTo(4 * 16 * 9);
    Tensor second = Gradients.of(penalty, List.of(weight)).get(0); // 16w³x²
    assertThat(second).hasToString("float[1, 1]").returns(16 * 8 * 9f, AutocastTest::first);
  }

  @Test
  void weights_that_were_used_without_a_graph_first_have_their_gradient_all_the_same() {
    Tensor weight = Tensor.full(2, 1, 1).differentiable();
    Tensor loss;
    try (Autocast autocast = Autocast.bfloat16()) {
      try (Gradients.Paused paused = Gradients.pause()) {
        assertThat(fine(1, 1).matmul(weight).count()).isEqualTo(1);
      }
      loss = Tensor.full(3, 1, 1).matmul(weight).sum();
    }
    assertThat(first(Gradients.of(loss, List.of(weight)).get(0))).isEqualTo(3f);
  }
}
