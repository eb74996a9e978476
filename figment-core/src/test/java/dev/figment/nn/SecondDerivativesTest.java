package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Penalties on gradients need derivatives of derivatives: along the gradient, a small step changes
 * the penalty by the gradient's length.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondDerivativesTest {
  private static final double STEP = 1e-2;

  static List<Arguments> layers() {
    Shape image = Shape.image(6, 5, 2);
    return List.of(
        Arguments.of(new Conv2d(3, 3, 1, Padding.VALID), image),
        Arguments.of(new Conv2d(3, 3, 2, Padding.SAME), image),
        Arguments.of(new Conv2d(1, 4, 1, Padding.SAME), image),
        Arguments.of(new Conv2d(1, 5, 1, Padding.SAME), image),
        Arguments.of(new Conv2dTranspose(3, 4, 2, Padding.SAME), image),
        Arguments.of(new Conv2dTranspose(1, 3, 2, Padding.SAME), image),
        Arguments.of(new LeakyRelu(0.2), image),
        Arguments.of(new Tanh(), image),
        Arguments.of(new Softplus(), image),
        Arguments.of(new PixelNormalization(1e-8), image),
        Arguments.of(new MinibatchStandardDeviation(5, 1), image),
        Arguments.of(new VirtualBatchNormalization(2, 0.001), image),
        Arguments.of(new MinibatchDiscrimination(4, 3), Shape.vector(7)),
        Arguments.of(new Equalized(new Conv2d(3, 3, 2, Padding.SAME)), image),
        Arguments.of(new Residual(List.of(new Tanh(), new Conv2d(2, 3, 1, Padding.SAME))), image),
        Arguments.of(new Silu(), image),
        Arguments.of(new GroupNormalization(2), image),
        Arguments.of(new GroupNormalization(1), Shape.vector(7)),
        Arguments.of(new SelfAttention(2), image),
        Arguments.of(new Concatenate(List.of(new Conv2d(2, 3, 1, Padding.SAME))), image),
        Arguments.of(new Dense(4), Shape.vector(7)),
        Arguments.of(new BatchNormalization(), image),
        Arguments.of(new ConditionalBatchNormalization(2), image),
        Arguments.of(new ConditionalBatchNormalization(2), Shape.vector(7)),
        Arguments.of(new BatchNormalization(), Shape.vector(7)));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void a_penalty_on_the_gradient_has_a_gradient(Layer layer, Shape shape) {
    try (Scope scope = Scope.open();
        Parameters own =
            Parameters.create(layer.parameters(shape), RandomStream.named("init", 1), Device.CPU)) {
      List<Tensor> variables = new ArrayList<>(List.of(input(shape)));
      variables.addAll(own.trainable().tensors());
      List<Tensor> gradients = Gradients.of(penalty(layer, variables.get(0), own), variables);
      double slope = length(gradients);
      List<Tensor> directions = gradients.stream().map(each -> each.times(1 / slope)).toList();
      move(variables, directions, STEP);
      double above = penalty(layer, variables.get(0), own).item();
      move(variables, directions, -2 * STEP);
      double below = penalty(layer, variables.get(0), own).item();
      double difference = (above - below) / (2 * STEP);
      assertThat(Math.abs(slope - difference))
          .as("slope %s against difference %s", slope, difference)
          .isLessThan(0.02 * slope);
    }
  }

  private static Tensor input(Shape shape) {
    RandomStream stream = RandomStream.named("x", 3);
    return shape.isImage()
        ? Noise.normal(stream, 5, shape.height(), shape.width(), shape.channels())
            .permute(0, 3, 1, 2)
            .differentiable()
        : Noise.normal(stream, 5, shape.channels()).differentiable();
  }

  /** ‖∂ Σ w·f(x)² / ∂x‖², the shape of a gradient penalty. */
  private static Tensor penalty(Layer layer, Tensor x, Parameters own) {
    Pass pass = Pass.training(RandomStream.named("dropout", 1));
    Tensor classes = Tensor.ofLongs(new long[] {0, 1, 1, 0, 1}, 5);
    Tensor output =
        layer.apply(x, own, pass.with(SideInput.CLASSES, classes).with(SideInput.REFERENCE, 2));
    Tensor score = output.square().times(weights(output)).sum();
    return Gradients.differentiable(score, List.of(x)).get(0).square().sum();
  }

  private static Tensor weights(Tensor output) {
    return Noise.uniform(RandomStream.named("weights", 1), 0.2, 1, output.shape());
  }

  private static double length(List<Tensor> vectors) {
    return Math.sqrt(vectors.stream().mapToDouble(each -> each.square().sum().item()).sum());
  }

  private static void move(List<Tensor> variables, List<Tensor> directions, double by) {
    try (Gradients.Paused paused = Gradients.pause()) {
      for (int i = 0; i < variables.size(); i++) {
        variables.get(i).add(directions.get(i), by);
      }
    }
  }
}
