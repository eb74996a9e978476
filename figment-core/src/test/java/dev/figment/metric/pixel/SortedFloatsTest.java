package dev.figment.metric.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.tensor.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SortedFloatsTest {
  private static float[] sorted(float[] values) {
    int[] keys = new int[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = SortedFloats.key(values[i]);
    }
    int[] inOrder = SortedFloats.sort(keys);
    float[] sorted = new float[keys.length];
    for (int i = 0; i < keys.length; i++) {
      sorted[i] = SortedFloats.value(inOrder[i]);
    }
    return sorted;
  }

  @Test
  void signs_sizes_and_zeros_come_in_order() {
    float[] values = {
      3,
      -1e-30f,
      0,
      Float.NEGATIVE_INFINITY,
      -2.5f,
      Float.MIN_VALUE,
      -0f,
      Float.MAX_VALUE,
      -2.5f,
      1e9f
    };
    float[] expected = values.clone();
    Arrays.sort(expected);
    assertThat(sorted(values)).containsExactly(expected);
  }

  @Test
  void they_are_those_that_comparing_gives() {
    RandomStream stream = RandomStream.named("floats", 1);
    float[] values = new float[100_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (stream.nextGaussian() * Math.exp(3 * stream.nextGaussian()));
    }
    float[] expected = values.clone();
    Arrays.sort(expected);
    assertThat(sorted(values)).containsExactly(expected);
  }

  @Test
  void none_and_one_are_sorted() {
    assertThat(sorted(new float[0])).isEmpty();
    assertThat(sorted(new float[] {-7})).containsExactly(-7);
  }
}
