package dev.figment.tensor;

import static dev.figment.Closeness.assertClose;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PoolingTest {
  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, 0, 0, 0, 0",
    "3, 1, 1, 1, 1, 1",
    "2, 1, 0, 1, 0, 1",
    "3, 2, 1, 0, 0, 1",
    "4, 3, 1, 2, 2, 1",
    "5, 5, 0, 0, 0, 1"
  })
  void padding_never_wins_and_never_counts(
      int pool, int stride, int top, int bottom, int left, int right) {
    // All below zero: a padding of zeros would show.
    Tensor x = Noise.uniform(RandomStream.named("x", 2), -2, -1, 2, 7, 6, 3).permute(0, 3, 1, 2);
    Edges pad = new Edges(top, bottom, left, right);
    assertClose(
        "largest",
        Pooling.maximum(x, pool, stride, pad),
        PlainImages.pooled(
            x, pool, stride, pad, Double.NEGATIVE_INFINITY, Math::max, (most, cells) -> most));
    assertClose(
        "mean",
        Pooling.average(x, pool, stride, pad),
        PlainImages.pooled(x, pool, stride, pad, 0, Double::sum, (sum, cells) -> sum / cells));
  }

  @Test
  void nearest_repeats_each_pixel() {
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 1, 1, 2, 2);
    assertClose("doubled", Pooling.nearest(x, 2), 1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
  }

  @Test
  void bilinear_weighs_pixel_centers_and_repeats_the_border() {
    Tensor x = Tensor.of(new float[] {0, 4}, 1, 1, 1, 2);
    assertClose("doubled", Pooling.bilinear(x, 2), 0, 1, 3, 4, 0, 1, 3, 4);
  }
}
