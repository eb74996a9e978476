package dev.figment.train.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.nn.AppliedLayer;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Conv2dTranspose;
import dev.figment.nn.Dense;
import dev.figment.nn.Flatten;
import dev.figment.nn.Layer;
import dev.figment.nn.Lstm;
import dev.figment.nn.Padding;
import dev.figment.nn.Parameters;
import dev.figment.nn.Shape;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Counted by hand, for ten examples. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkTest {
  private static AppliedLayer applied(Layer layer, Shape input) {
    return new AppliedLayer(
        "network", 3, layer, input, layer.outputShape(input), Parameters.joined(Map.of()));
  }

  private static void assertWork(
      Layer layer, Shape input, double products, double inputs, double outputs, double parameters) {
    AppliedLayer applied = applied(layer, input);
    Work forward = new Work(20 * products, 4 * (10 * (inputs + outputs) + parameters));
    assertThat(Work.forward(applied, 10)).isEqualTo(forward);
    assertThat(Work.backward(applied, 10)).isEqualTo(new Work(0, forward.bytes()));
    assertThat(Work.inputGradient(applied, 10)).isEqualTo(new Work(20 * products, 40 * inputs));
    assertThat(Work.parameterGradient(applied, 10))
        .isEqualTo(new Work(20 * products, 4 * parameters));
    assertThat(Work.secondDerivative(applied, 10)).isEqualTo(forward);
  }

  @Test
  void a_dense_layer() {
    assertWork(new Dense(5), Shape.vector(7), 35, 7, 5, 40);
  }

  @Test
  void a_convolution() {
    Conv2d layer = new Conv2d(4, 3, 2, Padding.SAME);
    assertWork(layer, Shape.image(8, 6, 2), 12 * 4 * 18, 96, 48, 4 * 18 + 4);
  }

  @Test
  void a_transposed_convolution() {
    Conv2dTranspose layer = new Conv2dTranspose(4, 4, 2, Padding.SAME);
    assertWork(layer, Shape.image(8, 6, 2), 96 * 64, 96, 16 * 12 * 4, 2 * 4 * 16 + 4);
  }

  @Test
  void an_lstm() {
    assertWork(new Lstm(5, false), Shape.sequence(3, 7), 3 * 20 * 12, 21, 5, 20 * 12 + 20);
  }

  @Test
  void what_keeps_its_numbers_does_nothing() {
    AppliedLayer flatten = applied(new Flatten(), Shape.image(8, 6, 2));
    assertThat(Work.forward(flatten, 10)).isEqualTo(Work.NONE);
    assertThat(Work.inputGradient(flatten, 10)).isEqualTo(Work.NONE);
  }

  @Test
  void an_update_reads_gradients_and_moves_parameters_and_what_is_remembered() {
    assertThat(Work.update(100, 2)).isEqualTo(new Work(0, 400 * (1 + 2 + 4)));
  }

  @Test
  void work_takes_at_least_the_longer_of_its_operations_and_its_bytes() {
    Roofline roofline = new Roofline(100e9, 10e9);
    assertThat(roofline.seconds(new Work(200e9, 10e9))).isEqualTo(2);
    assertThat(roofline.seconds(new Work(200e9, 30e9))).isEqualTo(3);
  }

  @Test
  void a_machine_multiplies_and_copies() {
    Roofline roofline = Roofline.measure();
    assertThat(roofline.operationsPerSecond()).isPositive().isFinite();
    assertThat(roofline.bytesPerSecond()).isPositive().isFinite();
  }
}
