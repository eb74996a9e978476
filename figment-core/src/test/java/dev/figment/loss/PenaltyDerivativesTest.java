package dev.figment.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.nn.Activation;
import dev.figment.nn.Architecture;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Conv2dTranspose;
import dev.figment.nn.Dense;
import dev.figment.nn.Flatten;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.Network;
import dev.figment.nn.Padding;
import dev.figment.nn.Pass;
import dev.figment.nn.Reshape;
import dev.figment.nn.Shape;
import dev.figment.nn.Softplus;
import dev.figment.nn.Tanh;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A penalty on a gradient is differentiated through that gradient: a small step of the weights
 * along the slope that comes out changes the penalty by the slope's length.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PenaltyDerivativesTest {
  private static final double STEP = 3e-3;

  static List<Penalty> penalties() {
    return List.of(
        new GradientPenalty(10, false),
        new GradientPenalty(10, true),
        new R1(3),
        new Dragan(10, 0.5),
        new Drift(0.1));
  }

  @ParameterizedTest
  @MethodSource("penalties")
  void through_a_convolutional_critic_the_slope_is_that_of_finite_differences(Penalty penalty) {
    Architecture critic =
        new Architecture(
            "critic",
            Shape.image(6, 5, 2),
            List.of(
                new Conv2d(4, 3, 2, Padding.SAME),
                new Softplus(),
                new Conv2d(3, 3, 1, Padding.SAME),
                new Tanh(),
                new LeakyRelu(0.9),
                new Flatten(),
                new Dense(1)));
    try (Scope scope = Scope.open();
        Network network = critic.create(RandomStream.named("init", 1), Device.CPU)) {
      network.parameters().tensors().forEach(each -> each.detached().scale(2));
      Tensor real = images("real");
      Tensor fake = images("fake");
      assertSlope(
          network.parameters().tensors(),
          () ->
              penalty.of(
                  new PenaltyInput(
                      x -> network.apply(x, Pass.inference()),
                      real,
                      fake,
                      RandomStream.named("penalty", 1))));
    }
  }

  @Test
  void so_is_the_path_lengths_through_a_convolutional_generator() {
    Architecture synthesis =
        new Architecture(
            "synthesis",
            Shape.vector(4),
            List.of(
                new Dense(18, Activation.TANH),
                new Reshape(3, 3, 2),
                new Conv2dTranspose(3, 4, 2, Padding.SAME),
                new Softplus(),
                new Conv2d(2, 3, 1, Padding.SAME)));
    Tensor styles = Noise.normal(RandomStream.named("styles", 1), 3, 4).differentiable();
    try (Scope scope = Scope.open();
        Network network = synthesis.create(RandomStream.named("init", 1), Device.CPU)) {
      network.parameters().tensors().forEach(each -> each.detached().scale(2));
      assertSlope(
          network.parameters().tensors(),
          () -> {
            try (PathLength penalty = new PathLength(2, Device.CPU)) {
              return penalty.of(
                  w -> network.apply(w, Pass.inference()), styles, RandomStream.named("y", 1));
            }
          });
    }
  }

  private static void assertSlope(List<Tensor> weights, Supplier<Tensor> penalty) {
    List<Tensor> gradients = Gradients.of(penalty.get(), weights);
    double slope = Math.sqrt(gradients.stream().mapToDouble(g -> g.square().sum().item()).sum());
    move(weights, gradients, STEP / slope);
    double above = penalty.get().item();
    move(weights, gradients, -2 * STEP / slope);
    double below = penalty.get().item();
    double difference = (above - below) / (2 * STEP);
    assertThat(slope).isPositive();
    assertThat(Math.abs(slope - difference))
        .as("slope %s against difference %s", slope, difference)
        .isLessThan(0.005 * slope);
  }

  private static void move(List<Tensor> weights, List<Tensor> directions, double by) {
    try (Gradients.Paused paused = Gradients.pause()) {
      for (int i = 0; i < weights.size(); i++) {
        weights.get(i).add(directions.get(i), by);
      }
    }
  }

  private static Tensor images(String name) {
    return Noise.normal(RandomStream.named(name, 1), 3, 6, 5, 2).permute(0, 3, 1, 2);
  }
}
