package dev.figment.loss;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.nn.Architecture;
import dev.figment.nn.Dense;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Feature matching, historical averaging and path length against plain loops. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GeneratorTermsTest {
  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  @Test
  void feature_matching_is_the_mean_distance_of_the_means() {
    Tensor real = Noise.normal(RandomStream.named("real", 1), 5, 2, 3, 4);
    Tensor fake = Noise.normal(RandomStream.named("fake", 1), 3, 2, 3, 4);
    double expected = 0;
    for (int feature = 0; feature < 24; feature++) {
      expected += Math.abs(mean(real, feature) - mean(fake, feature)) / 24;
    }
    assertThat(FeatureMatching.of(real, fake).item()).isCloseTo(expected, within(1e-6));
  }

  private static double mean(Tensor batch, int feature) {
    float[] values = batch.toArray();
    double sum = 0;
    for (int i = feature; i < values.length; i += 24) {
      sum += values[i];
    }
    return sum / batch.size(0);
  }

  @Test
  void feature_matching_teaches_the_generator_alone() {
    Tensor real = Noise.normal(RandomStream.named("real", 1), 4, 6).differentiable();
    Tensor fake = Noise.normal(RandomStream.named("fake", 1), 4, 6).differentiable();
    List<Tensor> gradients = Gradients.of(FeatureMatching.of(real, fake), List.of(real, fake));
    assertThat(gradients.get(0).toArray()).containsOnly(0);
    for (float value : gradients.get(1).toArray()) {
      assertThat(Math.abs(value)).isCloseTo(1 / 24f, within(1e-7f));
    }
  }

  private static final Architecture TWO =
      new Architecture("averaged", Shape.vector(2), List.of(new Dense(3)));

  private static Network network() {
    return TWO.create(RandomStream.named("init", 1), Device.CPU);
  }

  private static void change(Parameters parameters, int step) {
    RandomStream stream = RandomStream.named("change", step);
    try (Gradients.Paused paused = Gradients.pause()) {
      parameters.tensors().forEach(each -> each.add(Noise.normal(stream, each.shape()), 1));
    }
  }

  private static float[] flat(Parameters parameters) {
    return Tensor.concatenate(
            0, parameters.tensors().stream().map(each -> each.reshape(-1)).toList())
        .toArray();
  }

  @Test
  void historical_averaging_is_the_squared_distance_to_the_mean_of_all_values() {
    try (Network network = network();
        HistoricalAveraging averaging = new HistoricalAveraging(0.5, network.parameters())) {
      assertThat(averaging.of().item()).isZero();
      List<float[]> history = new ArrayList<>(List.of(flat(network.parameters())));
      for (int step = 0; step < 10; step++) {
        change(network.parameters(), step);
        averaging.remember();
        history.add(flat(network.parameters()));
        assertThat(averaging.of().item()).isCloseTo(distance(history), within(1e-4));
      }
      assertThat(averaging.count()).isEqualTo(11);
    }
  }

  private static double distance(List<float[]> history) {
    float[] now = history.get(history.size() - 1);
    double sum = 0;
    for (int i = 0; i < now.length; i++) {
      double mean = 0;
      for (float[] then : history) {
        mean += then[i] / (double) history.size();
      }
      sum += (now[i] - mean) * (now[i] - mean);
    }
    return 0.5 * sum;
  }

  @Test
  void historical_averaging_draws_every_parameter_towards_its_mean() {
    try (Network network = network();
        HistoricalAveraging averaging = new HistoricalAveraging(0.5, network.parameters())) {
      Tensor mean = averaging.mean().copy();
      change(network.parameters(), 1);
      List<Tensor> gradients =
          Gradients.of(averaging.of(), network.parameters().tensors()).stream()
              .map(each -> each.reshape(-1))
              .toList();
      Tensor expected = Tensor.of(flat(network.parameters()), mean.count()).minus(mean);
      assertClose("gradient", Tensor.concatenate(0, gradients), expected.toArray());
    }
  }

  @Test
  void historical_averaging_goes_on_from_what_it_saved() {
    try (Network network = network();
        HistoricalAveraging first = new HistoricalAveraging(1, network.parameters());
        HistoricalAveraging second = new HistoricalAveraging(1, network.parameters())) {
      change(network.parameters(), 1);
      first.remember();
      second.mean().copyFrom(first.mean());
      second.resumeAt(first.count());
      change(network.parameters(), 2);
      first.remember();
      second.remember();
      assertThat(second.mean().toArray()).containsExactly(first.mean().toArray());
    }
  }

  /** images = c·w: the gradient of Σ(y·image) is c·y, and its length known. */
  @Test
  void path_length_follows_the_lengths_slowly() {
    RandomStream stream = RandomStream.named("y", 1);
    float[] noise = Noise.normals(RandomStream.named("y", 1), 2 * 12);
    Tensor styles = Noise.normal(RandomStream.named("styles", 1), 2, 12).differentiable();
    double[] lengths = new double[2];
    for (int j = 0; j < 24; j++) {
      lengths[j / 12] += 9 * noise[j] * noise[j] / 4;
    }
    double mean = 0.01 * (Math.sqrt(lengths[0]) + Math.sqrt(lengths[1])) / 2;
    double expected = 0;
    for (double square : lengths) {
      expected += 2 * Math.pow(Math.sqrt(square) - mean, 2) / 2;
    }
    try (PathLength penalty = new PathLength(2, Device.CPU)) {
      Tensor value = penalty.of(w -> w.times(3).reshape(2, 3, 2, 2), styles, stream);
      assertThat(value.item()).isCloseTo(expected, within(1e-4));
      assertThat(penalty.mean().item()).isCloseTo(mean, within(1e-6));
    }
  }
}
