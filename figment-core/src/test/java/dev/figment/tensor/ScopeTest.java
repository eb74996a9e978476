package dev.figment.tensor;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScopeTest {
  private static final int ROUNDS = 200;

  /**
   * One leaked object a round would show as 200. Fewer objects afterwards are no fault of ours:
   * what others left to the garbage collector may go at any time.
   */
  private static void assertNothingLeft(Runnable work) {
    work.run();
    long before = Backend.livePointers();
    for (int round = 0; round < ROUNDS; round++) {
      work.run();
    }
    assertThat(Backend.livePointers()).isLessThan(before + ROUNDS);
  }

  @Test
  void what_is_born_in_a_scope_dies_with_it() {
    assertNothingLeft(
        () -> {
          try (Scope scope = Scope.open()) {
            Tensor x = Noise.normal(RandomStream.named("x", 1), 2, 3, 4, 5).differentiable();
            Tensor weight = Tensor.full(0.5, 2, 3, 3, 3).differentiable();
            Tensor y = Convolution.apply(x, weight, null, 1, new Edges(0, 1, 1, 0)).tanh();
            Tensor z = Pooling.average(y, 2, 1, new Edges(0, 1, 0, 1)).clamp(-1, 1);
            Gradients.of(z.sum(), List.of(x, weight)).forEach(Tensor::toArray);
            z.mean().item();
          }
        });
  }

  /** Each training asks, for its log. */
  @Test
  void what_the_engine_says_of_itself_leaves_nothing_behind() {
    assertNothingLeft(Backend::report);
  }

  /** The engine gives them out in tuples and lists, which die with the scope. */
  @Test
  void what_came_with_others_outlives_its_scope_too() {
    try (Scope outer = Scope.open()) {
      Tensor x = Tensor.of(new float[] {1, 3, 5, 7}, 2, 2).differentiable();
      Tensor normalized;
      Tensor gradient;
      try (Scope inner = Scope.open()) {
        normalized = inner.keep(Normalization.byBatch(x, null, null, 1e-7).normalized());
        gradient = inner.keep(Gradients.of(x.square().sum(), List.of(x)).get(0));
      }
      assertClose("normalized", normalized, new float[] {-1, -1, 1, 1});
      assertClose("gradient", gradient, new float[] {2, 6, 10, 14});
    }
  }

  @Test
  void the_numbers_of_a_tensor_leave_no_trace_outside_of_any_scope() {
    Tensor tensor = Tensor.full(1, 3).retain();
    assertNothingLeft(
        () -> {
          tensor.toArray();
          tensor.toBytes();
        });
    tensor.close();
  }

  @Test
  void an_inner_scope_frees_its_own_and_leaves_the_outer_ones_alone() {
    try (Scope outer = Scope.open()) {
      Tensor stays = Tensor.full(2, 3);
      Tensor goes;
      try (Scope inner = Scope.open()) {
        goes = stays.plus(1);
        assertThat(goes.toArray()).containsExactly(3, 3, 3);
      }
      assertThat(stays.toArray()).containsExactly(2, 2, 2);
      assertUsedAfterClose(goes);
    }
  }

  @Test
  void what_is_kept_out_of_a_nested_scope_belongs_to_the_enclosing_one() {
    Tensor kept;
    try (Scope outer = Scope.open()) {
      try (Scope inner = Scope.open()) {
        kept = inner.keep(Tensor.full(2, 3));
      }
      assertThat(kept.toArray()).containsExactly(2, 2, 2);
    }
    assertUsedAfterClose(kept);
  }

  @Test
  void what_is_kept_out_of_the_outermost_scope_belongs_to_its_caller() {
    Tensor kept;
    try (Scope only = Scope.open()) {
      kept = only.keep(Tensor.full(2, 3));
    }
    assertThat(kept.toArray()).containsExactly(2, 2, 2);
    kept.close();
    assertUsedAfterClose(kept);
  }

  @Test
  void keeping_leaks_nothing() {
    assertNothingLeft(
        () -> {
          try (Scope outer = Scope.open()) {
            try (Scope inner = Scope.open()) {
              inner.keep(Tensor.full(1, 3)).plus(1);
            }
          }
        });
    assertNothingLeft(() -> keptByNobody().close());
  }

  private static Tensor keptByNobody() {
    try (Scope only = Scope.open()) {
      return only.keep(Tensor.zeros(3));
    }
  }

  @Test
  void a_retained_tensor_outlives_every_scope_until_it_is_closed() {
    Tensor retained;
    try (Scope outer = Scope.open();
        Scope inner = Scope.open()) {
      retained = Tensor.full(2, 3).retain();
    }
    assertThat(retained.toArray()).containsExactly(2, 2, 2);
    retained.close();
    assertUsedAfterClose(retained);
  }

  private static void assertUsedAfterClose(Tensor tensor) {
    String message = ": a tensor was used after its scope closed";
    assertThatThrownBy(() -> tensor.plus(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("plus" + message);
    assertThatThrownBy(() -> Tensor.zeros(3).times(tensor)).hasMessage("times" + message);
    assertThatThrownBy(() -> Tensor.zeros(3).copyFrom(tensor)).hasMessage("copyFrom" + message);
    assertThatThrownBy(() -> tensor.scale(2)).hasMessage("scale" + message);
    assertThatThrownBy(tensor::item).hasMessage("item" + message);
    assertThatThrownBy(tensor::toArray).hasMessage("toArray" + message);
    assertThatThrownBy(tensor::shape).hasMessage("shape" + message);
    assertThatThrownBy(tensor::device).hasMessage("device" + message);
    assertThatThrownBy(() -> tensor.to(Device.CPU)).hasMessage("to CPU" + message);
    assertThatThrownBy(tensor::differentiable).hasMessage("differentiable" + message);
    assertThatThrownBy(tensor::retain).hasMessage("retain" + message);
    assertThat(tensor).hasToString("a closed tensor");
  }

  @Test
  void what_takes_several_tensors_looks_at_each() {
    Tensor closed = Tensor.zeros(3);
    closed.close();
    String message = ": a tensor was used after its scope closed";
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.full(2, 4, 3).differentiable();
      Tensor open = Tensor.full(1, 3);
      Tensor square = Tensor.full(1, 3, 3);
      assertThatThrownBy(() -> x.linear(square, closed)).hasMessage("linear" + message);
      assertThatThrownBy(() -> Gradients.of(closed, List.of(x))).hasMessage("gradients" + message);
      assertThatThrownBy(() -> Gradients.of(x.sum(), List.of(closed)))
          .hasMessage("gradients" + message);
      assertThatThrownBy(() -> Normalization.byBatch(x, open, closed, 0.1))
          .hasMessage("batchNormalization" + message);
      assertThatThrownBy(() -> Normalization.by(open, closed, x, open, open, 0.1))
          .hasMessage("batchNormalization" + message);
      assertThatThrownBy(() -> scope.keep(closed)).hasMessage("keep" + message);
    }
  }
}
