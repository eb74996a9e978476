package dev.figment.run.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.data.Range;
import dev.figment.nn.Dropout;
import dev.figment.nn.GaussianNoise;
import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CorruptionTest {
  /** Two images of 8×8, all 0.5. */
  private static float[] damaged(Corruption corruption, long seed) {
    float[] gray = new float[128];
    Arrays.fill(gray, 0.5f);
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.of(gray, 2, 1, 8, 8);
      return corruption.damage().of(x, RandomStream.named("test", seed)).toArray();
    }
  }

  private static int count(float[] values, float value) {
    int count = 0;
    for (float each : values) {
      count += each == value ? 1 : 0;
    }
    return count;
  }

  @Test
  void layers_do_what_they_do_in_training_one_after_the_other() {
    Corruption dropout = Corruption.of(List.of(new Dropout(0.5)));
    float[] values = damaged(dropout, 1);
    assertThat(count(values, 0)).isBetween(40, 88);
    assertThat(count(values, 0) + count(values, 1)).isEqualTo(128);
    assertThat(damaged(dropout, 1)).isEqualTo(values).isNotEqualTo(damaged(dropout, 2));
    Corruption both = Corruption.of(List.of(new Dropout(0.5), new GaussianNoise(0.2)));
    assertThat(both.name()).isEqualTo("dropout 0.5, gaussian noise 0.2");
    assertThat(count(damaged(both, 1), 0)).isZero();
  }

  @Test
  void a_mask_is_a_rectangle_of_a_share_of_each_image_and_black_in_every_range() {
    Corruption quarter = Corruption.mask(0.25, Range.MINUS_ONE_TO_ONE);
    float[] values = damaged(quarter, 3);
    assertThat(count(Arrays.copyOf(values, 64), -1)).isEqualTo(16);
    assertThat(count(values, -1)).isEqualTo(32);
    assertThat(count(values, 0.5f)).isEqualTo(96);
    assertThat(count(damaged(Corruption.mask(0.25, Range.ZERO_TO_ONE), 3), 0)).isEqualTo(32);
    assertThatThrownBy(() -> Corruption.mask(1, Range.ZERO_TO_ONE))
        .isInstanceOf(UsageException.class)
        .hasMessage("mask: the share must be above 0 and below 1, got 1.0");
  }

  @Test
  void a_row_of_damaged_images_stands_between_originals_and_repaired_ones() {
    byte[] originals = {0, 0, (byte) 255, 0};
    byte[] damaged = {0, 51, (byte) 255, 51};
    byte[] made = {0, 0, 0, 0};
    Reconstructions two = new Reconstructions(Shape.image(1, 2, 1), originals, damaged, made);
    assertThat(two.damagedMeanSquaredError()).isCloseTo(0.04 / 2, within(1e-12));
    assertThat(two.meanSquaredError()).isCloseTo(0.25, within(1e-12));
    assertThat(two.grid(2).rows()).isEqualTo(3);
    assertThat(two.grid(1).rows()).isEqualTo(6);
    assertThat(new Reconstructions(Shape.image(1, 2, 1), originals, made).grid(2).rows())
        .isEqualTo(2);
  }
}
