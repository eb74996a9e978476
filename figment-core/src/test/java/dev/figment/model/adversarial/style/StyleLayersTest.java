package dev.figment.model.adversarial.style;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.nn.Architecture;
import dev.figment.nn.Layer;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.nn.SideInput;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arithmetic of styles against plain loops. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StyleLayersTest {
  private static final int EXAMPLES = 2;
  private static final int IN = 3;
  private static final int OUT = 4;
  private static final int SIDE = 5;
  private static final int PIXELS = SIDE * SIDE;
  private static final int KERNEL = 3;

  private final RandomStream random = RandomStream.named("test", 1);
  private final float[] x = Noise.normals(random, EXAMPLES * IN * PIXELS);
  private final float[] weight = Noise.normals(random, OUT * IN * KERNEL * KERNEL);
  private final float[] style = Noise.normals(random, EXAMPLES * IN);

  private Tensor images() {
    return Tensor.of(x, EXAMPLES, IN, SIDE, SIDE).channelsLast();
  }

  @Test
  void adaptive_instance_normalization_is_the_style_of_normalized_channels() {
    float[] scaleAndShift = Noise.normals(random, EXAMPLES * 2 * IN);
    float[] expected = new float[x.length];
    for (int channel = 0; channel < EXAMPLES * IN; channel++) {
      double mean = 0;
      double square = 0;
      for (int i = 0; i < PIXELS; i++) {
        mean += x[channel * PIXELS + i] / (double) PIXELS;
      }
      for (int i = 0; i < PIXELS; i++) {
        square += Math.pow(x[channel * PIXELS + i] - mean, 2) / PIXELS;
      }
      int at = channel / IN * 2 * IN + channel % IN;
      for (int i = channel * PIXELS; i < (channel + 1) * PIXELS; i++) {
        double normalized = (x[i] - mean) / Math.sqrt(square + 1e-8);
        expected[i] = (float) (scaleAndShift[at] * normalized + scaleAndShift[at + IN]);
      }
    }
    try (Scope scope = Scope.open()) {
      Tensor styles = Tensor.of(scaleAndShift, EXAMPLES, 2 * IN);
      assertClose("adain", AdaptiveInstanceNormalization.of(images(), styles), expected);
    }
  }

  /** Each example convolved with weights of its own, w·s, divided by their length or not. */
  private float[] convolvedWithOwnWeights(boolean demodulated) {
    float[] result = new float[EXAMPLES * OUT * PIXELS];
    for (int n = 0; n < EXAMPLES; n++) {
      for (int j = 0; j < OUT; j++) {
        double[] own = ownWeights(n, j, demodulated);
        for (int pixel = 0; pixel < PIXELS; pixel++) {
          result[(n * OUT + j) * PIXELS + pixel] = (float) window(n, pixel, own);
        }
      }
    }
    return result;
  }

  private double[] ownWeights(int n, int j, boolean demodulated) {
    int area = KERNEL * KERNEL;
    double[] own = new double[IN * area];
    double squares = 0;
    for (int k = 0; k < own.length; k++) {
      own[k] = weight[j * own.length + k] * (double) style[n * IN + k / area];
      squares += own[k] * own[k];
    }
    for (int k = 0; demodulated && k < own.length; k++) {
      own[k] /= Math.sqrt(squares + 1e-8);
    }
    return own;
  }

  private double window(int n, int pixel, double[] weights) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      int row = pixel / SIDE + k % (KERNEL * KERNEL) / KERNEL - 1;
      int column = pixel % SIDE + k % KERNEL - 1;
      if (row >= 0 && row < SIDE && column >= 0 && column < SIDE) {
        int channel = n * IN + k / (KERNEL * KERNEL);
        sum += weights[k] * x[channel * PIXELS + row * SIDE + column];
      }
    }
    return sum;
  }

  @Test
  void scaling_before_and_after_is_a_convolution_with_weights_of_each_examples_own() {
    try (Scope scope = Scope.open()) {
      Tensor kernel = Tensor.of(weight, OUT, IN, KERNEL, KERNEL);
      Tensor scales = Tensor.of(style, EXAMPLES, IN);
      Tensor demodulated = ModulatedConvolution.demodulated(images(), kernel, scales);
      assertClose("demodulated", demodulated, convolvedWithOwnWeights(true));
      Tensor modulated = ModulatedConvolution.of(images(), kernel, scales);
      assertClose("modulated", modulated, convolvedWithOwnWeights(false));
    }
  }

  private static Network network(Layer layer, Shape input) {
    return new Architecture("test", input, List.of(layer))
        .create(RandomStream.named("init", 1), Device.CPU);
  }

  @ParameterizedTest
  @EnumSource
  void a_layer_is_its_convolution_noise_bias_activation_and_style(Modulation modulation) {
    StyledConvolution layer = new StyledConvolution(OUT, false, 2, modulation, 0);
    float[] w = {0.5f, -1, 2, 0.25f};
    try (Scope scope = Scope.open();
        Network network = network(layer, Shape.image(SIDE, SIDE, IN))) {
      Parameters own = network.ofLayer(0);
      Pass pass = Pass.inference().with(SideInput.STYLE, Tensor.of(w, EXAMPLES, 2));
      own.get("noise.strength").detached().fill(0.5);
      own.get("bias").detached().fill(0.1);
      Tensor numbers = affine(own, Tensor.of(w, EXAMPLES, 2));
      boolean adain = modulation == Modulation.ADAIN;
      double scale = Math.sqrt((adain ? 2.0 : 1.0) / (IN * KERNEL * KERNEL));
      Tensor kernel = own.get("weight").times(scale);
      Tensor sums =
          adain
              ? ModulatedConvolution.plain(images(), kernel)
              : ModulatedConvolution.demodulated(images(), kernel, numbers);
      Tensor active = sums.plus(own.get("noise.fixed").times(0.5)).plus(0.1).leakyRelu(0.2);
      Tensor expected =
          adain ? AdaptiveInstanceNormalization.of(active, numbers) : active.times(Math.sqrt(2));
      assertClose("layer", layer.apply(images(), own, pass), expected.toArray());
    }
  }

  private static Tensor affine(Parameters own, Tensor w) {
    return w.linear(own.get("affine.weight").times(Math.sqrt(0.5)), own.get("affine.bias"));
  }

  @Test
  void a_style_of_zero_scales_by_one_and_shifts_by_nothing_at_first() {
    StyledConstant layer = new StyledConstant(OUT, 2, Modulation.ADAIN);
    try (Scope scope = Scope.open();
        Network network = network(layer, Shape.sequence(1, 2))) {
      Tensor none = Tensor.zeros(EXAMPLES, 2);
      Parameters own = network.ofLayer(0);
      Pass pass = Pass.inference().with(SideInput.STYLE, none);
      float[] numbers = new Affine(OUT, OUT).apply(none, own).toArray();
      assertThat(numbers).containsExactly(1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0);
      assertThat(layer.apply(none, own, pass).shape()).containsExactly(EXAMPLES, OUT, 4, 4);
    }
  }

  @Test
  void noise_differs_between_examples_in_training_and_never_in_use() {
    PixelNoise noise = new PixelNoise(1);
    Shape image = Shape.image(SIDE, SIDE, IN);
    try (Scope scope = Scope.open();
        Parameters own =
            Parameters.create(noise.parameters(image), RandomStream.named("init", 1), Device.CPU)) {
      Tensor none = Tensor.zeros(EXAMPLES, IN, SIDE, SIDE);
      Pass training = Pass.training(random);
      assertThat(noise.apply(none, own, training).toArray()).containsOnly(0);
      own.get("noise.strength").detached().fill(2);
      float[] drawn = noise.apply(none, own, training).toArray();
      assertThat(drawn[0]).isEqualTo(drawn[PIXELS]).isNotEqualTo(drawn[IN * PIXELS]);
      float[] fixed = noise.apply(none, own, Pass.inference()).toArray();
      assertThat(fixed[0])
          .isEqualTo(2 * own.get("noise.fixed").toArray()[0])
          .isEqualTo(fixed[IN * PIXELS]);
    }
  }

  @Test
  void the_mapping_learns_a_hundredth_as_fast_and_uses_weights_of_the_usual_size() {
    try (Scope scope = Scope.open()) {
      Architecture mapping =
          Mapping.architecture("mapping", StyleGanTest.recipe(Modulation.ADAIN, 0, false));
      try (Network network = mapping.create(RandomStream.named("init", 1), Device.CPU)) {
        Tensor z = Noise.normal(random, EXAMPLES, 3);
        Tensor first = network.applyPart(0, 1, z, Pass.inference());
        Parameters own = network.ofLayer(1);
        double scale = 0.01 * Math.sqrt(2.0 / 3);
        own.get("layer.bias").detached().fill(20);
        Tensor expected = first.linear(own.get("layer.weight").times(scale), null).plus(20 * 0.01);
        assertClose("first", network.applyPart(1, 2, first, Pass.inference()), expected.toArray());
        assertThat(own.get("layer.weight").square().mean().sqrt().item()).isBetween(50.0, 200.0);
      }
    }
  }
}
