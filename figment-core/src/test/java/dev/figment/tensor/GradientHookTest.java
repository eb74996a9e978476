package dev.figment.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GradientHookTest {
  private final Scope scope = Scope.open();
  private final List<GradientHook> hooks = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void free() {
    scope.close();
    hooks.forEach(GradientHook::close);
  }

  private void hear(String name, Tensor tensor) {
    hooks.add(GradientHook.on(tensor, gradient -> heard.add(name + " " + gradient.sum().item())));
  }

  private static Tensor leaf() {
    return Tensor.of(new float[] {1, -2}, 2).differentiable();
  }

  @Test
  void each_tensor_on_the_way_is_called_back_with_its_derivative_in_reverse() {
    Tensor x = leaf();
    Tensor y = x.times(3);
    Tensor z = y.square();
    hear("x", x);
    hear("y", y);
    hear("z", z);
    Gradients.of(z.sum(), List.of(x));
    assertThat(heard).containsExactly("z 2.0", "y -6.0", "x -18.0");
  }

  @Test
  void what_nobody_asks_for_is_not_called_back() {
    Tensor x = leaf();
    Tensor other = leaf().times(2);
    hear("other", other);
    Gradients.of(x.times(other).sum(), List.of(x));
    assertThat(heard).isEmpty();
  }

  /** Of Σ ∂(y²)/∂x = Σ ∂(y²)/∂y · 2x with y = x², the derivative by the first factor is 2x. */
  @Test
  void a_derivative_that_is_differentiated_is_called_back_in_turn() {
    Tensor x = leaf();
    Tensor y = x.square();
    hooks.add(
        GradientHook.on(
            y,
            gradient -> {
              if (GradientHook.reaches(gradient)) {
                hear("of the derivative", gradient);
              }
            }));
    Tensor first = Gradients.differentiable(y.square().sum(), List.of(x)).get(0);
    assertThat(heard).isEmpty();
    Gradients.of(first.sum(), List.of(x));
    assertThat(heard).containsExactly("of the derivative -2.0");
  }

  @Test
  void more_hooks_than_a_handful_are_told_apart() {
    Tensor x = leaf();
    Tensor y = x;
    for (int i = 0; i < 50; i++) {
      y = y.times(1);
      hear("layer " + i, y);
    }
    Gradients.of(y.sum(), List.of(x));
    assertThat(heard).hasSize(50).startsWith("layer 49 2.0").endsWith("layer 0 2.0");
  }

  @Test
  void a_tensor_is_reached_where_it_depends_on_what_can_be_differentiated() {
    Tensor x = leaf();
    assertThat(GradientHook.reaches(x.times(2))).isTrue();
    assertThat(GradientHook.reaches(x.detached())).isFalse();
    assertThat(GradientHook.reaches(Tensor.zeros(2))).isFalse();
  }

  @Test
  void tensors_that_are_one_to_the_engine_have_one_node() {
    Tensor image = Tensor.zeros(1, 2, 3, 3).channelsLast().differentiable().times(2);
    assertThat(GradientHook.node(image.channelsLast())).isEqualTo(GradientHook.node(image));
    assertThat(GradientHook.node(image.times(1))).isNotEqualTo(GradientHook.node(image));
    Tensor plain = Tensor.zeros(2);
    assertThat(GradientHook.node(plain)).isNotEqualTo(GradientHook.node(Tensor.zeros(2)));
  }
}
