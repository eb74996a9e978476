package dev.figment.optim;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.nn.Architecture;
import dev.figment.nn.BatchNormalization;
import dev.figment.nn.Dense;
import dev.figment.nn.Network;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExponentialMovingAverageTest {
  private static final Architecture ARCHITECTURE =
      new Architecture(
          "averaged", Shape.vector(3), List.of(new Dense(4), new BatchNormalization()));

  private static Network network(long seed) {
    return ARCHITECTURE.create(RandomStream.named("init", seed), Device.CPU);
  }

  @Test
  void it_starts_where_the_source_is() {
    try (Network source = network(1);
        Network average = network(2)) {
      new ExponentialMovingAverage(source.parameters(), average.parameters());
      assertThat(average.parameters().get("0.weight").toArray())
          .containsExactly(source.parameters().get("0.weight").toArray());
    }
  }

  @Test
  void weights_are_averaged_as_by_a_plain_loop_and_statistics_copied() {
    double beta = 0.9;
    try (Scope scope = Scope.open();
        Network source = network(1);
        Network average = network(2)) {
      ExponentialMovingAverage follower =
          new ExponentialMovingAverage(source.parameters(), average.parameters());
      float[] expected = source.parameters().get("0.weight").toArray();
      for (int step = 0; step < 20; step++) {
        change(source, step);
        follower.follow(beta);
        float[] now = source.parameters().get("0.weight").toArray();
        for (int i = 0; i < expected.length; i++) {
          expected[i] = (float) (beta * expected[i] + (1 - beta) * now[i]);
        }
      }
      assertClose("weight", average.parameters().get("0.weight"), expected);
      assertThat(average.parameters().get("1.running_mean").toArray())
          .containsExactly(source.parameters().get("1.running_mean").toArray());
    }
  }

  private static void change(Network network, int step) {
    RandomStream stream = RandomStream.named("change", step);
    try (Gradients.Paused paused = Gradients.pause()) {
      network
          .parameters()
          .tensors()
          .forEach(tensor -> tensor.add(Noise.normal(stream, tensor.shape()), 0.1));
    }
  }

  @Test
  void its_influence_halves_each_half_life() {
    double beta = ExponentialMovingAverage.beta(50, 10);
    assertThat(Math.pow(beta, 10_000.0 / 50)).isCloseTo(0.5, within(1e-12));
  }

  /** ½^(32 / min(10,000, 0.05 · images)). */
  @Test
  void the_half_life_ramps_up_with_the_images_shown() {
    assertThat(ExponentialMovingAverage.beta(32, 10, 0.05, 0)).isZero();
    assertThat(ExponentialMovingAverage.beta(32, 10, 0.05, 32))
        .isCloseTo(Math.pow(0.5, 20), within(1e-12));
    assertThat(ExponentialMovingAverage.beta(32, 10, 0.05, 100_000))
        .isCloseTo(Math.pow(0.5, 32 / 5000.0), within(1e-12));
    assertThat(ExponentialMovingAverage.beta(32, 10, 0.05, 200_000))
        .isEqualTo(ExponentialMovingAverage.beta(32, 10));
    assertThat(ExponentialMovingAverage.beta(32, 10, 0.05, 9_000_000))
        .isEqualTo(ExponentialMovingAverage.beta(32, 10));
  }

  @Test
  void without_any_image_shown_the_average_is_the_source() {
    try (Scope scope = Scope.open();
        Network source = network(1);
        Network average = network(2)) {
      ExponentialMovingAverage follower =
          new ExponentialMovingAverage(source.parameters(), average.parameters());
      change(source, 1);
      follower.follow(ExponentialMovingAverage.beta(32, 10, 0.05, 0));
      assertThat(average.parameters().get("0.weight").toArray())
          .containsExactly(source.parameters().get("0.weight").toArray());
    }
  }

  @Test
  void a_statistic_that_was_not_finite_does_not_stay() {
    try (Scope scope = Scope.open();
        Network source = network(1);
        Network average = network(2)) {
      ExponentialMovingAverage follower =
          new ExponentialMovingAverage(source.parameters(), average.parameters());
      average.parameters().get("1.running_mean").fill(Double.POSITIVE_INFINITY);
      follower.follow(0.9);
      assertThat(average.parameters().get("1.running_mean").toArray()).containsOnly(0);
    }
  }

  @Test
  void a_life_that_ends_before_it_begins_is_refused() {
    assertThatThrownBy(() -> ExponentialMovingAverage.beta(32, 0))
        .isInstanceOf(UsageException.class)
        .hasMessage("movingAverage: halfLifeKimg must be above 0, got 0.0");
    assertThatThrownBy(() -> ExponentialMovingAverage.beta(32, 10, 0, 100))
        .isInstanceOf(UsageException.class)
        .hasMessage("movingAverage: rampUp must be above 0, got 0.0");
  }
}
