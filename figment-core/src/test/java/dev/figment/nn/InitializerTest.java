package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.tensor.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InitializerTest {
  private static RandomStream stream() {
    return RandomStream.named("init", 7);
  }

  @Test
  void glorot_spreads_a_matrix_evenly_up_to_its_limit() {
    float[] values = new Initializer.GlorotUniform().draw(stream(), 300, 500);
    assertUniform(values, Math.sqrt(6.0 / (300 + 500)));
  }

  @Test
  void glorot_counts_the_area_of_a_kernel_in_both_fans() {
    float[] values = new Initializer.GlorotUniform().draw(stream(), 64, 32, 5, 5);
    assertUniform(values, Math.sqrt(6.0 / (25 * (64 + 32))));
  }

  /** A uniform value in ±limit has the variance limit²/3. */
  private static void assertUniform(float[] values, double limit) {
    assertThat(max(values)).isLessThanOrEqualTo((float) limit);
    assertThat((double) max(values)).isCloseTo(limit, within(limit * 1e-3));
    assertThat(variance(values)).isCloseTo(limit * limit / 3, within(limit * limit / 3 * 0.02));
  }

  @Test
  void normal_has_its_mean_and_deviation() {
    float[] values = new Initializer.Normal(0.02, 1).draw(stream(), 400, 400);
    assertThat(mean(values)).isCloseTo(1, within(4 * 0.02 / 400));
    assertThat(Math.sqrt(variance(values))).isCloseTo(0.02, within(0.0002));
  }

  @Test
  void uniform_stays_between_its_ends() {
    float[] values = new Initializer.Uniform(-0.2, 0.6).draw(stream(), 100, 100);
    assertThat(values).doesNotContain(Float.NaN);
    for (float value : values) {
      assertThat(value).isBetween(-0.2f, 0.6f);
    }
    assertThat(mean(values)).isCloseTo(0.2, within(0.01));
  }

  @Test
  void orthogonal_columns_where_there_are_more_rows() {
    assertOrthonormal(new Initializer.Orthogonal().draw(stream(), 24, 6), 6, 24, true);
  }

  @Test
  void orthogonal_rows_where_there_are_more_columns() {
    assertOrthonormal(new Initializer.Orthogonal().draw(stream(), 6, 24), 6, 24, false);
  }

  @Test
  void an_orthogonal_kernel_is_a_matrix_with_a_row_for_each_filter() {
    assertOrthonormal(new Initializer.Orthogonal().draw(stream(), 4, 3, 2, 2), 4, 12, false);
  }

  private static void assertOrthonormal(float[] values, int vectors, int length, boolean columns) {
    for (int a = 0; a < vectors; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int i = 0; i < length; i++) {
          int first = columns ? i * vectors + a : a * length + i;
          int second = columns ? i * vectors + b : b * length + i;
          dot += (double) values[first] * values[second];
        }
        assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-6));
      }
    }
  }

  static List<Initializer> drawing() {
    return List.of(
        new Initializer.GlorotUniform(),
        new Initializer.Normal(0.02, 0),
        new Initializer.Uniform(-1, 1),
        new Initializer.Orthogonal());
  }

  @ParameterizedTest
  @MethodSource("drawing")
  void the_seed_decides_every_value(Initializer initializer) {
    float[] drawn = initializer.draw(stream(), 8, 5);
    assertThat(initializer.draw(stream(), 8, 5)).containsExactly(drawn);
    assertThat(initializer.draw(RandomStream.named("init", 8), 8, 5)).isNotEqualTo(drawn);
  }

  @Test
  void the_forget_gate_of_an_lstm_remembers_at_first() {
    ParameterSpec bias = new Lstm(2, false).parameters(Shape.sequence(4, 3)).get(2);
    assertThat(bias.initializer().draw(stream(), bias.shape()))
        .containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
  }

  @Test
  void a_negative_deviation_is_refused() {
    assertThatThrownBy(() -> new Initializer.Normal(-1, 0))
        .hasMessage("normal: deviation must be at least 0, got -1.0");
  }

  private static float max(float[] values) {
    float max = 0;
    for (float value : values) {
      max = Math.max(max, Math.abs(value));
    }
    return max;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(float[] values) {
    double mean = mean(values);
    double[] squares = new double[values.length];
    Arrays.setAll(squares, i -> (values[i] - mean) * (values[i] - mean));
    return Arrays.stream(squares).average().orElseThrow();
  }
}
