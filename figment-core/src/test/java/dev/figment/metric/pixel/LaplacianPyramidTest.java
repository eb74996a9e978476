package dev.figment.metric.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LaplacianPyramidTest {
  @ParameterizedTest
  @CsvSource({
    "28, 28, 28x28 14x14",
    "32, 32, 32x32 16x16",
    "64, 64, 64x64 32x32 16x16",
    "48, 48, 48x48 24x24",
    "27, 27, 27x27 14x14",
    "26, 26, 26x26",
    "7, 7, 7x7",
    "33, 60, 33x60 17x30",
    "128, 20, 128x20"
  })
  void it_goes_down_to_fourteen(int height, int width, String sizes) {
    String found =
        String.join(
            " ",
            LaplacianPyramid.of(Shape.image(height, width, 3)).sizes().stream()
                .map(size -> size.height() + "x" + size.width())
                .toList());
    assertThat(found).isEqualTo(sizes);
  }

  @ParameterizedTest
  @ValueSource(ints = {28, 64, 57})
  void the_levels_widened_and_summed_are_the_image(int side) {
    ImageSet noise = Pixels.noise("noise", 1, Shape.image(side, side + 3, 3), 1);
    Plane image = Plane.of(noise, 0);
    LaplacianPyramid pyramid = LaplacianPyramid.of(noise.shape());
    Plane sum = pyramid.level(image, pyramid.levels() - 1);
    for (int level = pyramid.levels() - 2; level >= 0; level--) {
      Plane details = pyramid.level(image, level);
      Plane widened = sum.up(details.height(), details.width());
      float[] values = new float[details.values().length];
      for (int i = 0; i < values.length; i++) {
        values[i] = details.values()[i] + widened.values()[i];
      }
      sum = new Plane(values, details.height(), details.width(), 3);
    }
    assertThat(sum.values()).containsExactly(image.values(), within(1e-4f));
  }

  @Test
  void one_color_has_no_details() {
    ImageSet white = Pixels.changed(Pixels.noise("x", 1, Shape.image(31, 30, 1), 1), x -> 255);
    LaplacianPyramid pyramid = LaplacianPyramid.of(white.shape());
    assertThat(pyramid.level(Plane.of(white, 0), 0).values()).containsOnly(0);
    assertThat(pyramid.level(Plane.of(white, 0), 1).values()).containsOnly(255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"28x28", "53x33"})
  void it_is_that_of_convolutions_with_mirrored_edges(String size) {
    PixelFixture scipy = PixelFixture.named("pyramid-" + size);
    Plane image = Plane.of(scipy.images("images"), 0);
    LaplacianPyramid pyramid =
        LaplacianPyramid.of(Shape.image(image.height(), image.width(), image.channels()));
    assertThat(pyramid.levels()).isEqualTo(2);
    for (int level = 0; level < 2; level++) {
      assertThat(pyramid.level(image, level).values())
          .containsExactly(scipy.values("level" + level), within(1e-4f));
    }
  }
}
