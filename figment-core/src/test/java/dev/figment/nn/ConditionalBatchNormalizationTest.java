package dev.figment.nn;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The arithmetic against plain loops, and how classes come to the layer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionalBatchNormalizationTest {
  private static final double EPSILON = 0.01;
  private static final int CHANNELS = 3;
  private static final long[] CLASSES = {1, 0, 1, 1};
  private static final Layer LAYER = new ConditionalBatchNormalization(2, 0.8, EPSILON);

  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  private static Parameters parameters(Layer layer, Shape input) {
    Parameters own =
        Parameters.create(layer.parameters(input), RandomStream.named("init", 1), Device.CPU);
    for (String name : List.of("gain", "bias")) {
      own.get(name)
          .detached()
          .copyFrom(Noise.normal(RandomStream.named(name, 1), own.get(name).shape()));
    }
    return own;
  }

  private static Tensor classes() {
    return Tensor.ofLongs(CLASSES, CLASSES.length);
  }

  private static Pass training() {
    return Pass.training(RandomStream.named("dropout", 1)).with(SideInput.CLASSES, classes());
  }

  /** Numbers in the order of memory, each with the channel that a place belongs to. */
  private static float[] expected(float[] x, IntUnaryOperator channel, Parameters own) {
    float[] gain = own.get("gain").toArray();
    float[] bias = own.get("bias").toArray();
    float[] expected = new float[x.length];
    int perExample = x.length / CLASSES.length;
    for (int i = 0; i < x.length; i++) {
      double[] moments = moments(x, channel, channel.applyAsInt(i));
      int row = (int) CLASSES[i / perExample] * CHANNELS + channel.applyAsInt(i);
      double normalized = (x[i] - moments[0]) / Math.sqrt(moments[1] + EPSILON);
      expected[i] = (float) ((1 + gain[row]) * normalized + bias[row]);
    }
    return expected;
  }

  /** Mean and population variance. */
  private static double[] moments(float[] x, IntUnaryOperator channel, int which) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      if (channel.applyAsInt(i) == which) {
        sum += x[i];
        squares += (double) x[i] * x[i];
        count++;
      }
    }
    double mean = sum / count;
    return new double[] {mean, squares / count - mean * mean};
  }

  @Test
  void an_image_is_normalized_by_all_and_scaled_and_shifted_by_its_class() {
    try (Parameters own = parameters(LAYER, Shape.image(2, 5, CHANNELS))) {
      Tensor x = Noise.normal(RandomStream.named("x", 1), 4, CHANNELS, 2, 5);
      float[] expected = expected(x.toArray(), i -> i / 10 % CHANNELS, own);
      assertClose("output", LAYER.apply(x, own, training()), expected);
    }
  }

  @Test
  void each_step_of_a_sequence_is_of_its_examples_class() {
    try (Parameters own = parameters(LAYER, Shape.sequence(6, CHANNELS))) {
      Tensor x = Noise.normal(RandomStream.named("x", 1), 4, 6, CHANNELS);
      float[] expected = expected(x.toArray(), i -> i % CHANNELS, own);
      assertClose("output", LAYER.apply(x, own, training()), expected);
      own.get("running_mean").fill(0);
      Layer each = new TimeDistributed(LAYER);
      assertClose("of each step", each.apply(x, own, training()), expected);
    }
  }

  @Test
  void inside_a_residual_the_class_is_known_on_both_ways() {
    Layer layer = new Residual(List.of(LAYER), List.of(LAYER));
    Shape input = Shape.vector(CHANNELS);
    try (Parameters own =
        Parameters.create(layer.parameters(input), RandomStream.named("init", 1), Device.CPU)) {
      for (String way : List.of("layers", "shortcut")) {
        own.get(way + ".0.bias")
            .detached()
            .copyFrom(Tensor.of(new float[] {0, 0, 0, 1, 2, 3}, 2, 3));
      }
      Tensor output = layer.apply(Tensor.zeros(4, CHANNELS), own, training());
      assertClose("output", output, 2, 4, 6, 0, 0, 0, 2, 4, 6, 2, 4, 6);
    }
  }

  @Test
  void running_statistics_move_by_what_momentum_leaves_and_serve_in_use() {
    try (Parameters own = parameters(LAYER, Shape.vector(CHANNELS))) {
      Tensor x = Noise.normal(RandomStream.named("x", 1), 4, CHANNELS);
      LAYER.apply(x, own, training());
      float[] mean = own.get("running_mean").toArray();
      float[] variance = own.get("running_var").toArray();
      for (int channel = 0; channel < CHANNELS; channel++) {
        double[] moments = moments(x.toArray(), i -> i % CHANNELS, channel);
        assertThat((double) mean[channel]).isCloseTo(0.2 * moments[0], within(1e-6));
        assertThat((double) variance[channel]).isCloseTo(0.8 + 0.2 * moments[1], within(1e-5));
      }
      Tensor used = LAYER.apply(x, own, Pass.inference().with(SideInput.CLASSES, classes()));
      double first = (x.toArray()[0] - mean[0]) / Math.sqrt(variance[0] + EPSILON);
      double gain = 1 + own.get("gain").toArray()[CHANNELS];
      double bias = own.get("bias").toArray()[CHANNELS];
      assertThat((double) used.toArray()[0]).isCloseTo(gain * first + bias, within(1e-5));
    }
  }

  @Test
  void gradients_are_those_of_finite_differences() {
    try (Parameters own = parameters(LAYER, Shape.image(2, 2, CHANNELS))) {
      Tensor x = Noise.normal(RandomStream.named("x", 1), 4, CHANNELS, 2, 2).differentiable();
      List<Tensor> variables = new ArrayList<>(List.of(x));
      variables.addAll(own.trainable().tensors());
      for (Tensor variable : variables) {
        Tensor gradient = Gradients.of(loss(x, own), List.of(variable)).get(0);
        double slope = Math.sqrt(gradient.square().sum().item());
        Tensor step = gradient.times(1e-2 / slope).detached();
        double above = lossAfter(variable, step, 1, x, own);
        double below = lossAfter(variable, step, -2, x, own);
        lossAfter(variable, step, 1, x, own);
        assertThat((above - below) / 2e-2).isCloseTo(slope, within(0.01 * slope));
      }
    }
  }

  private static double lossAfter(
      Tensor variable, Tensor step, double steps, Tensor x, Parameters own) {
    try (Gradients.Paused paused = Gradients.pause()) {
      variable.add(step, steps);
    }
    return loss(x, own).item();
  }

  private static Tensor loss(Tensor x, Parameters own) {
    Tensor weights = Noise.uniform(RandomStream.named("weights", 1), 0.2, 1, x.shape());
    return LAYER.apply(x, own, training()).square().times(weights).sum();
  }

  @Test
  void penalties_of_a_pass_that_is_told_classes_are_the_passs_own() {
    Pass pass = Pass.training(RandomStream.named("dropout", 1));
    pass.with(SideInput.CLASSES, classes()).penalize(Tensor.full(2));
    assertThat(pass.penalties()).hasSize(1);
    assertThat(pass.get(SideInput.CLASSES)).isNull();
  }

  @Test
  void without_a_class_for_each_example_it_says_what_to_do() {
    try (Parameters own = parameters(LAYER, Shape.vector(CHANNELS))) {
      assertThatThrownBy(() -> LAYER.apply(Tensor.zeros(2, 3), own, Pass.inference()))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "conditionalBatchNormalization: expected to be told classes, got none. In a"
                  + " gan, set labels; other models tell their layers no classes: use"
                  + " batchNormalization there.");
      assertThatThrownBy(() -> LAYER.apply(Tensor.zeros(2, 3), own, training()))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "conditionalBatchNormalization: expected a class for each of 2 examples, got 4"
                  + " classes. Tell the pass as many as there are examples.");
    }
  }
}
