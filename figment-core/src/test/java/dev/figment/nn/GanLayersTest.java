package dev.figment.nn;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is easily got wrong in them, against plain loops and closed forms. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GanLayersTest {
  private static final Pass USE = Pass.inference();

  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  private static Parameters parameters(Layer layer, Shape input) {
    return Parameters.create(layer.parameters(input), RandomStream.named("init", 1), Device.CPU);
  }

  private static Pass training() {
    return Pass.training(RandomStream.named("dropout", 1));
  }

  private static Tensor normal(String name, long... shape) {
    return Noise.normal(RandomStream.named(name, 1), shape);
  }

  @Test
  void members_of_a_group_lie_a_number_of_groups_apart() {
    Tensor x = Tensor.of(new float[] {1, 10, 5, 3, 30, 9}, 6, 1);
    Tensor output = new MinibatchStandardDeviation(2, 1).apply(x, null, USE);
    assertClose("output", output, 1, 1, 10, 10, 5, 2, 3, 1, 30, 10, 9, 2);
  }

  @Test
  void a_generator_that_always_makes_the_same_varies_by_nearly_nothing() {
    Tensor same = Tensor.full(0.3, 4, 2, 3, 3).differentiable();
    Tensor output = new MinibatchStandardDeviation(4, 1).apply(same, null, USE);
    assertThat(output.narrow(1, 2, 1).mean().item()).isCloseTo(1e-4, within(1e-7));
    assertThat(Gradients.of(output.sum(), List.of(same)).get(0).allFinite().item()).isOne();
  }

  @Test
  void an_example_is_not_compared_with_itself() {
    MinibatchDiscrimination layer = new MinibatchDiscrimination(2, 3);
    try (Parameters own = parameters(layer, Shape.vector(4))) {
      Tensor far = Tensor.of(new float[] {9, 0, 0, 0, 0, -9, 0, 0}, 2, 4).times(1000);
      assertClose("far apart", layer.apply(far, own, USE).narrow(1, 4, 2), -1, -1, -1, -1);
      Tensor same = Tensor.full(1, 3, 4);
      assertClose("equal", layer.apply(same, own, USE).narrow(1, 4, 2), 1, 1, 1, 1, 1, 1);
    }
  }

  @Test
  void minibatch_discrimination_begins_with_rows_of_length_1() {
    MinibatchDiscrimination layer = new MinibatchDiscrimination(1, 1);
    try (Parameters own = parameters(layer, Shape.vector(1))) {
      Tensor output = layer.apply(Tensor.of(new float[] {0, 2}, 2, 1), own, USE);
      float near = (float) Math.exp(-2) - 1;
      assertClose("output", output, 0, near, 2, near);
    }
  }

  @Test
  void pixel_normalization_takes_the_channels_of_each_pixel_alone() {
    float[] pixels = normal("x", 2, 3, 2, 4).toArray();
    float[] expected = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int first = i / 24 * 24 + i % 8;
      double square = 0;
      for (int channel = 0; channel < 3; channel++) {
        square += Math.pow(pixels[first + 8 * channel], 2) / 3;
      }
      expected[i] = (float) (pixels[i] / Math.sqrt(square + 1e-8));
    }
    Tensor x = Tensor.of(pixels, 2, 3, 2, 4);
    assertClose("output", new PixelNormalization(1e-8).apply(x, null, USE), expected);
    Tensor nothing = new PixelNormalization(1e-8).apply(Tensor.zeros(1, 5), null, USE);
    assertThat(nothing.toArray()).containsOnly(0);
  }

  @Test
  void an_equalized_layer_begins_near_1_and_gives_as_much_as_it_gets() {
    Layer layer = new Equalized(new Dense(400), 1, 0.01);
    try (Parameters own = parameters(layer, Shape.vector(300))) {
      assertThat(own.byName()).containsOnlyKeys("layer.weight", "layer.bias");
      assertThat(own.get("layer.weight").square().mean().sqrt().item()).isCloseTo(100, within(2.0));
      Tensor output = layer.apply(normal("x", 64, 300), own, USE);
      assertThat(output.square().mean().sqrt().item()).isCloseTo(1, within(0.05));
    }
  }

  @Test
  void the_bias_learns_at_the_multiplied_rate_too() {
    Layer layer = new Equalized(new Dense(1), 1, 0.01);
    try (Parameters own = parameters(layer, Shape.vector(1))) {
      own.get("layer.bias").detached().fill(5);
      assertClose("output", layer.apply(Tensor.zeros(1, 1), own, USE), 0.05f);
    }
  }

  @Test
  void a_transposed_convolution_has_the_fan_in_of_its_channels_and_its_kernel() {
    Layer layer = new Equalized(new Conv2dTranspose(2, 3, 1, Padding.SAME), 1, 1);
    try (Parameters own = parameters(layer, Shape.image(5, 5, 4))) {
      own.get("layer.weight").detached().fill(1);
      Tensor output = layer.apply(Tensor.full(1, 1, 4, 5, 5), own, USE);
      Tensor inside = output.narrow(2, 2, 1).narrow(3, 2, 1);
      assertClose("sum of 36 ones over √36", inside, 6, 6);
    }
  }

  @Test
  void a_sigmoid_inside_is_folded_away() {
    Layer inner = new Dense(1, Activation.SIGMOID);
    assertThat(new SpectralNormalization(inner).logits())
        .contains(new SpectralNormalization(new Dense(1)));
    assertThat(new Equalized(inner, 1, 0.5).logits()).contains(new Equalized(new Dense(1), 1, 0.5));
    assertThat(new SpectralNormalization(new Dense(1)).logits()).isEmpty();
  }

  @Test
  void spectral_normalization_begins_with_a_direction_of_length_1() {
    Layer layer = new SpectralNormalization(new Conv2d(7, 3, 1, Padding.SAME));
    try (Parameters own = parameters(layer, Shape.image(5, 5, 3))) {
      assertThat(own.get("u").square().sum().item()).isCloseTo(1, within(1e-6));
      assertThat(own.trainable().byName()).containsOnlyKeys("layer.weight", "layer.bias");
    }
  }

  /** σ = ‖Wᵀu‖, with the u that training left. */
  @Test
  void in_use_spectral_normalization_takes_no_power_step() {
    Layer layer = new SpectralNormalization(new Dense(3));
    try (Parameters own = parameters(layer, Shape.vector(4))) {
      Tensor u = own.get("u").copy();
      Tensor weight = own.get("layer.weight");
      Tensor sigma = u.reshape(1, 3).matmul(weight).square().sum().sqrt();
      Tensor x = normal("x", 2, 4);
      Tensor expected = x.linear(weight, null).dividedBy(sigma);
      assertClose("output", layer.apply(x, own, USE), expected.toArray());
      assertThat(own.get("u").toArray()).containsExactly(u.toArray());
    }
  }

  /** As a loss on real and generated examples does: two power steps, one gradient. */
  @Test
  void two_passes_can_be_differentiated_together() {
    Layer layer = new SpectralNormalization(new Dense(3));
    try (Parameters own = parameters(layer, Shape.vector(4))) {
      Tensor real = layer.apply(normal("real", 2, 4), own, training());
      Tensor fake = layer.apply(normal("fake", 2, 4), own, training());
      Tensor used = layer.apply(normal("used", 2, 4), own, USE);
      layer.apply(normal("later", 2, 4), own, training());
      Tensor loss = real.plus(fake).plus(used).square().sum();
      Tensor gradient = Gradients.of(loss, List.of(own.get("layer.weight"))).get(0);
      assertThat(gradient.allFinite().item()).isOne();
    }
  }

  /** Once u has settled, σ's own derivative is exact, so finite differences can see it. */
  @Test
  void a_penalty_on_a_gradient_goes_through_the_singular_value() {
    Layer layer = new SpectralNormalization(new Conv2d(3, 3, 2, Padding.SAME));
    try (Parameters own = parameters(layer, Shape.image(5, 4, 2))) {
      Tensor x = normal("x", 3, 2, 5, 4).differentiable();
      Tensor weight = own.get("layer.weight");
      for (int i = 0; i < 300; i++) {
        layer.apply(x, own, training());
      }
      Tensor gradient = Gradients.of(penalty(layer, x, own), List.of(weight)).get(0);
      double slope = Math.sqrt(gradient.square().sum().item());
      Tensor step = gradient.times(1e-3 / slope);
      double above = penaltyAt(layer, x, own, weight, step, 1);
      double below = penaltyAt(layer, x, own, weight, step, -2);
      assertThat((above - below) / 2e-3).isCloseTo(slope, within(0.01 * slope));
    }
  }

  private static double penaltyAt(
      Layer layer, Tensor x, Parameters own, Tensor weight, Tensor step, double steps) {
    try (Gradients.Paused paused = Gradients.pause()) {
      weight.add(step, steps);
    }
    for (int i = 0; i < 300; i++) {
      layer.apply(x, own, training());
    }
    return penalty(layer, x, own).item();
  }

  private static Tensor penalty(Layer layer, Tensor x, Parameters own) {
    Tensor score = layer.apply(x, own, USE).tanh().sum();
    return Gradients.differentiable(score, List.of(x)).get(0).square().sum();
  }

  @Test
  void a_residual_adds_its_shortcut_and_names_what_both_hold() {
    Layer layer =
        new Residual(
            List.of(new Dense(3), new Tanh()), List.of(new SpectralNormalization(new Dense(3))));
    try (Parameters own = parameters(layer, Shape.vector(4))) {
      assertThat(own.byName())
          .containsOnlyKeys(
              "layers.0.weight",
              "layers.0.bias",
              "shortcut.0.layer.weight",
              "shortcut.0.layer.bias",
              "shortcut.0.u");
      Tensor x = normal("x", 2, 4);
      Map<String, Tensor> w = new TreeMap<>(own.byName());
      Tensor through = x.linear(w.get("layers.0.weight"), w.get("layers.0.bias")).tanh();
      Tensor beside =
          new SpectralNormalization(new Dense(3)).apply(x, own.within("shortcut").within("0"), USE);
      assertClose("output", layer.apply(x, own, USE), through.plus(beside).toArray());
    }
  }

  @Test
  void a_residual_without_a_shortcut_adds_its_input() {
    Tensor x = normal("x", 2, 4);
    Layer layer = new Residual(List.of(new Tanh()));
    try (Parameters own = parameters(layer, Shape.vector(4))) {
      assertClose("output", layer.apply(x, own, USE), x.tanh().plus(x).toArray());
    }
  }

  @Test
  void companions_do_not_change_what_virtual_batch_normalization_makes_of_an_example() {
    Layer layer = new VirtualBatchNormalization(3, 0.001);
    try (Parameters own = parameters(layer, Shape.image(4, 4, 2))) {
      Tensor reference = normal("reference", 3, 2, 4, 4);
      Tensor one = normal("one", 1, 2, 4, 4);
      Tensor others = normal("others", 2, 2, 4, 4).times(50);
      Pass pass = training().with(SideInput.REFERENCE, 3);
      Tensor alone = layer.apply(Tensor.concatenate(0, List.of(reference, one)), own, pass);
      Tensor together =
          layer.apply(Tensor.concatenate(0, List.of(reference, one, others)), own, pass);
      assertThat(together.narrow(0, 3, 1).toArray())
          .containsExactly(alone.narrow(0, 3, 1).toArray());
    }
  }
}
