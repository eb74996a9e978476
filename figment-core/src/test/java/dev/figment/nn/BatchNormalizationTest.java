package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchNormalizationTest {
  private static final int EXAMPLES = 3;
  private static final int FEATURES = 4;
  private static final double EPSILON = 0.01;

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void of_a_sequence_each_feature_is_normalized_over_all_steps(int steps) {
    try (Scope scope = Scope.open();
        Network network = network(steps)) {
      float[] values = Noise.normals(RandomStream.named("x", 1), EXAMPLES * steps * FEATURES);
      Tensor x = Tensor.of(values, EXAMPLES, steps, FEATURES);
      Tensor output = network.apply(x, Pass.training(RandomStream.named("dropout", 1)));
      assertThat(output.shape()).containsExactly(EXAMPLES, steps, FEATURES);
      for (int feature = 0; feature < FEATURES; feature++) {
        assertNormalized(values, output.toArray(), feature);
      }
    }
  }

  private static Network network(int steps) {
    BatchNormalization layer = new BatchNormalization(0.8, EPSILON);
    return new Architecture("tested", Shape.sequence(steps, FEATURES), List.of(layer))
        .create(RandomStream.named("init", 1), Device.CPU);
  }

  private static void assertNormalized(float[] values, float[] output, int feature) {
    double sum = 0;
    double squares = 0;
    int count = values.length / FEATURES;
    for (int i = feature; i < values.length; i += FEATURES) {
      sum += values[i];
      squares += values[i] * values[i];
    }
    double mean = sum / count;
    double deviation = Math.sqrt(squares / count - mean * mean + EPSILON);
    for (int i = feature; i < values.length; i += FEATURES) {
      assertThat((double) output[i])
          .as("feature %d, row %d", feature, i / FEATURES)
          .isCloseTo((values[i] - mean) / deviation, within(1e-5));
    }
  }
}
