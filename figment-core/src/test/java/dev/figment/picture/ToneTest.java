package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.data.Range;
import dev.figment.nn.Shape;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ToneTest {
  private static final Shape TWO_PIXELS = Shape.image(1, 2, 1);
  private static final Tone DARK = new Tone(true, false);
  private static final Tone STRETCHED = new Tone(false, true);

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void dark_ink_reverses_gray() {
    assertThat(DARK.of(TWO_PIXELS, bytes(0, 200))).isEqualTo(bytes(255, 55));
    assertThat(Tone.PLAIN.of(TWO_PIXELS, bytes(0, 200))).isEqualTo(bytes(0, 200));
  }

  @Test
  void each_image_is_stretched_by_itself() {
    assertThat(STRETCHED.of(TWO_PIXELS, bytes(100, 150, 0, 51))).isEqualTo(bytes(0, 255, 0, 255));
    assertThat(STRETCHED.of(TWO_PIXELS, bytes(7, 7))).isEqualTo(bytes(0, 0));
    assertThat(new Tone(true, true).of(TWO_PIXELS, bytes(100, 150))).isEqualTo(bytes(255, 0));
  }

  @Test
  void what_a_network_makes_beyond_the_range_is_clipped_or_stretched() {
    try (Scope scope = Scope.open()) {
      Tensor made = Tensor.of(new float[] {-1, 0, 1}, 1, 1, 1, 3);
      assertThat(Tone.PLAIN.of(made, Range.ZERO_TO_ONE)).isEqualTo(bytes(0, 0, 255));
      assertThat(STRETCHED.of(made, Range.ZERO_TO_ONE)).isEqualTo(bytes(0, 128, 255));
      assertThat(DARK.of(made, Range.ZERO_TO_ONE)).isEqualTo(bytes(255, 255, 0));
    }
  }

  @Test
  void channels_of_a_pixel_stay_together() {
    try (Scope scope = Scope.open()) {
      Tensor pixels = Tensor.of(new float[] {0, 1, 0.5f, 0.5f, 1, 0}, 1, 3, 1, 2);
      assertThat(STRETCHED.of(pixels, Range.ZERO_TO_ONE))
          .isEqualTo(bytes(0, 128, 255, 255, 128, 0));
    }
  }

  @Test
  void colors_have_no_ink() {
    assertThatThrownBy(() -> DARK.of(Shape.image(1, 1, 3), bytes(1, 2, 3)))
        .isInstanceOf(UsageException.class)
        .hasMessage("ink: dark is for gray images, these are of 1×1×3. Leave it out.");
  }

  @Test
  void what_is_between_the_images_of_a_grid_stays() {
    ImageGrid grid = ImageGrid.of(TWO_PIXELS, bytes(0, 255)).scale(1);
    assertThat(grid.toned(DARK).toImage().getRGB(0, 0)).isEqualTo(grid.toImage().getRGB(0, 0));
    assertThat(grid.toned(DARK).toImage().getRGB(2, 2)).isEqualTo(0xffffffff);
    assertThat(grid.toImage().getRGB(2, 2)).isEqualTo(0xff000000);
  }
}
