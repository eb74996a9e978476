package dev.figment.tensor;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoiseTest {
  private static RandomStream stream() {
    return RandomStream.named("dropout", 3);
  }

  /** Standard errors: 1/√n of the mean, √(2/n) of the variance; four of each. */
  @Test
  void normals_have_mean_0_variance_1_and_the_tails_of_a_normal() {
    int count = 1_000_000;
    double sum = 0;
    double squares = 0;
    int beyondTwo = 0;
    for (float value : Noise.normals(stream(), count)) {
      sum += value;
      squares += (double) value * value;
      beyondTwo += Math.abs(value) > 2 ? 1 : 0;
    }
    assertThat(sum / count).isCloseTo(0, within(4e-3));
    assertThat(squares / count).isCloseTo(1, within(4 * Math.sqrt(2.0 / count)));
    assertThat((double) beyondTwo / count).isCloseTo(0.0455, within(0.001));
  }

  @Test
  void uniform_values_lie_between_their_ends() {
    try (Scope scope = Scope.open()) {
      Tensor values = Noise.uniform(stream(), -1, 3, 100, 1000);
      assertThat(values.clamp(-1, 3).minus(values).abs().sum().item()).isZero();
      assertThat(values.mean().item()).isCloseTo(1, within(0.02));
    }
  }

  /** The last rates end inside the one value in 65,536 that 16 bits leave undecided. */
  @ParameterizedTest
  @ValueSource(doubles = {0.4, 0.5, 0.999, 1 / 65536.0, 3 / 65536.0, 32767 / 65536.0, 0.5 / 65536})
  void a_mask_drops_its_rate_exactly_to_sampling_error(double rate) {
    int count = 1 << 23;
    long dropped = 0;
    for (byte kept : mask(rate, count)) {
      dropped += 1 - kept;
    }
    double deviation = Math.sqrt(count * rate * (1 - rate));
    assertThat((double) dropped).isCloseTo(count * rate, within(4 * deviation));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 0.5, 0.999, 65535 / 65536.0})
  void a_value_stays_where_its_16_bits_are_above_the_rate(double rate) {
    byte[] kept = mask(rate, 1001);
    RandomStream reference = stream();
    long bits = 0;
    for (int i = 0; i < kept.length; i++, bits >>>= 16) {
      bits = i % 4 == 0 ? reference.nextLong() : bits;
      assertThat(kept[i])
          .as("value %s", i)
          .isEqualTo((byte) ((bits & 0xffff) > rate * 65536 ? 1 : 0));
    }
  }

  private static byte[] mask(double rate, int count) {
    try (Scope scope = Scope.open()) {
      return Noise.keepMask(stream(), rate, count).toFloats().toBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 65_536, 65_537, 131_075})
  void a_mask_moves_its_stream_past_all_that_it_used(int count) {
    RandomStream stream = stream();
    RandomStream reference = stream();
    try (Scope scope = Scope.open()) {
      Noise.keepMask(stream, 0.5, count);
    }
    IntStream.range(0, (count + 3) / 4).forEach(four -> reference.nextLong());
    assertThat(stream.state()).isEqualTo(reference.state());
  }

  @Test
  void masks_that_follow_one_another_differ() {
    try (Scope scope = Scope.open()) {
      RandomStream stream = stream();
      float[] first = Noise.keepMask(stream, 0.5, 1000).toArray();
      assertThat(Noise.keepMask(stream, 0.5, 1000).toArray()).isNotEqualTo(first);
    }
  }

  @Test
  void dropout_clears_some_values_and_grows_the_others() {
    try (Scope scope = Scope.open()) {
      Tensor x = Noise.uniform(stream(), 1, 2, 4, 6, 5, 3).permute(0, 3, 1, 2);
      float[] values = x.toArray();
      float[] dropped = Noise.dropout(x, 0.4, stream()).toArray();
      float[] expected = new float[values.length];
      int cleared = 0;
      for (int i = 0; i < values.length; i++) {
        expected[i] = dropped[i] == 0 ? 0 : values[i] / 0.6f;
        cleared += dropped[i] == 0 ? 1 : 0;
      }
      assertClose("dropped", dropped, expected);
      assertThat(cleared).isBetween(100, 190);
    }
  }

  @Test
  void one_value_per_example_has_an_axis_for_each_of_the_batchs() {
    try (Scope scope = Scope.open()) {
      RandomStream stream = RandomStream.named("share", 1);
      Tensor shares = Noise.uniformPerExample(stream, 2, 3, Tensor.zeros(3, 4, 5, 6));
      assertThat(shares.shape()).containsExactly(3, 1, 1, 1);
      RandomStream same = RandomStream.named("share", 1);
      assertThat(shares.toArray()).containsExactly(Noise.uniforms(same, 2, 3, 3));
    }
  }
}
