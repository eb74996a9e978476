package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.optim.Adam;
import dev.figment.optim.Optimizer;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A U-Net that is told the time is a list of layers like any other network. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeConditionedUnetTest {
  private static final String LAYERS =
      """
      - conv2d: {filters: 8, kernel: 3, padding: same}
      - residual: # at 8×8
          - {groupNormalization: 4}
          - silu
          - conv2d: {filters: 8, kernel: 3, padding: same}
          - timeEmbedding: 16
          - {groupNormalization: 4}
          - silu
          - conv2d: {filters: 8, kernel: 3, padding: same}
      - concatenate:
          - averagePooling2d
          - residual: # at 4×4, and twice the channels
              layers:
                - {groupNormalization: 4}
                - silu
                - conv2d: {filters: 16, kernel: 3, padding: same}
                - timeEmbedding: 16
              shortcut: [conv2d: {filters: 16, kernel: 1}]
          - residual: [{groupNormalization: 4}, {selfAttention: 2}]
          - upSampling2d
      - residual:
          layers:
            - {groupNormalization: 4}
            - silu
            - conv2d: {filters: 8, kernel: 3, padding: same}
            - timeEmbedding: 16
          shortcut: [conv2d: {filters: 8, kernel: 1}]
      - {groupNormalization: 4}
      - silu
      - conv2d: {filters: 1, kernel: 3, padding: same}
      """;

  private static final Architecture UNET =
      new Architecture(
          "unet", Shape.image(8, 8, 1), List.of(RecipeText.read(LAYERS, Layer[].class)));

  private final Scope scope = Scope.open();
  private final Network network = UNET.create(RandomStream.named("init", 1), Device.CPU);

  @AfterEach
  void free() {
    network.close();
    scope.close();
  }

  /** Images channels last in memory. */
  private static Tensor images(String name, int count) {
    return Noise.normal(RandomStream.named(name, 1), count, 8, 8, 1).permute(0, 3, 1, 2);
  }

  private static Tensor times(int count) {
    return Noise.uniform(RandomStream.named("time", 1), 0, 1, count);
  }

  private static Pass told(Tensor time) {
    return Pass.training(RandomStream.named("dropout", 1)).with(SideInput.TIME, time);
  }

  @Test
  void the_skip_joins_what_went_down_and_up_with_what_stayed() {
    assertThat(UNET.shapes())
        .containsExactly(
            Shape.image(8, 8, 1),
            Shape.image(8, 8, 8),
            Shape.image(8, 8, 8),
            Shape.image(8, 8, 16 + 8),
            Shape.image(8, 8, 8),
            Shape.image(8, 8, 8),
            Shape.image(8, 8, 8),
            Shape.image(8, 8, 1));
  }

  @Test
  void its_parameters_are_those_of_its_layers_each_under_its_place() {
    int block = 2 * norm(8) + 2 * conv(8, 8, 3) + time(8);
    int middle = norm(8) + conv(8, 16, 3) + time(16) + conv(8, 16, 1);
    int attention = norm(16) + 4 * conv(16, 16, 1);
    int last = norm(24) + conv(24, 8, 3) + time(8) + conv(24, 8, 1);
    assertThat(network.parameters().count())
        .isEqualTo(conv(1, 8, 3) + block + middle + attention + last + norm(8) + conv(8, 1, 3));
    assertThat(network.parameters().byName())
        .containsKeys(
            "1.layers.3.linear_1.weight",
            "2.layers.1.shortcut.0.weight",
            "2.layers.2.layers.1.in_proj_weight",
            "6.bias");
  }

  private static int norm(int channels) {
    return 2 * channels;
  }

  private static int conv(int from, int to, int kernel) {
    return (from * kernel * kernel + 1) * to;
  }

  private static int time(int channels) {
    return conv(16, 16, 1) + conv(16, channels, 1);
  }

  @Test
  void it_asks_for_the_time_and_takes_each_example_by_itself() {
    assertThat(UNET.allLayers().flatMap(each -> each.sideInputs().stream()).distinct())
        .containsExactly(SideInput.TIME);
    assertThat(UNET.batchDependence()).isEqualTo(BatchDependence.NONE);
  }

  @Test
  void what_it_makes_of_an_image_depends_on_the_time_of_that_image_alone() {
    Tensor x = images("x", 2);
    float[] early = network.apply(x, told(Tensor.of(new float[] {0.1f, 0.1f}, 2))).toArray();
    float[] mixed = network.apply(x, told(Tensor.of(new float[] {0.1f, 0.9f}, 2))).toArray();
    double most = 0;
    for (int i = 0; i < 64; i++) {
      assertThat(mixed[i]).isEqualTo(early[i]);
      most = Math.max(most, Math.abs(mixed[64 + i] - early[64 + i]));
    }
    assertThat(most).isGreaterThan(1e-2);
  }

  @Test
  void the_loss_reaches_every_parameter() {
    Tensor loss = network.apply(images("x", 3), told(times(3))).square().sum();
    network
        .parameters()
        .byName()
        .forEach(
            (name, each) ->
                assertThat(Gradients.differentiable(loss, List.of(each)).get(0).abs().sum().item())
                    .as("gradient of " + name)
                    .isPositive());
  }

  /** x·cos(πt), from x to −x: without the time nothing is better than 0. */
  @Test
  void it_learns_what_only_the_time_tells() {
    Tensor x = images("x", 32);
    Tensor time = times(32);
    Tensor target = x.times(time.times(Math.PI).cos().reshape(32, 1, 1, 1));
    Parameters moved = network.parameters().trainable();
    try (Optimizer optimizer = new Optimizer(new Adam(0.01), moved)) {
      double first = loss(x, time, target).item();
      for (int step = 0; step < 60; step++) {
        try (Scope each = Scope.open()) {
          optimizer.step(Gradients.of(loss(x, time, target), moved.tensors()));
        }
      }
      double last = loss(x, time, target).item();
      assertThat(last).isLessThan(first / 4);
      assertThat(last).isLessThan(target.square().mean().item() / 4);
    }
  }

  private Tensor loss(Tensor x, Tensor time, Tensor target) {
    return network.apply(x, told(time)).minus(target).square().mean();
  }
}
