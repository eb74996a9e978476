package dev.figment.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The numbers of Pillow are those of Image.resize((width, height), Image.BILINEAR), 8 bits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResizeTest {
  @Test
  void one_color_stays_that_color() {
    byte[] bytes = new byte[13 * 11];
    Arrays.fill(bytes, (byte) 201);
    assertThat(Resize.to(5, 29, new Image(13, 11, 1, bytes)).bytes()).containsOnly(201);
  }

  @Test
  void halving_weighs_four_neighbors_by_a_triangle() {
    Image row = new Image(1, 4, 1, new byte[] {0, 80, (byte) 160, (byte) 240});
    // at the left edge the weights are 3/7, 3/7, 1/7 of pixels 0, 1, 2
    assertThat(Resize.to(1, 2, row).bytes()).containsExactly(57, 183);
  }

  @Test
  void doubling_interpolates_between_neighbors() {
    Image row = new Image(1, 2, 1, new byte[] {0, 100});
    assertThat(Resize.to(1, 4, row).bytes()).containsExactly(0, 25, 75, 100);
  }

  @Test
  void the_same_size_changes_nothing() {
    Image picture = picture(6, 5, 3);
    assertThat(Resize.to(6, 5, picture).bytes()).isEqualTo(picture.bytes());
  }

  @Test
  void smaller_is_as_pillow_has_it() {
    assertThat(Resize.to(2, 3, picture(5, 7, 1)).bytes())
        .containsExactly(102, 163, 103, 157, 123, 118);
    assertThat(Resize.to(2, 2, picture(4, 5, 3)).bytes())
        .containsExactly(122, 139, 129, 116, 143, 123, 156, 130, 120, 116, 125, 118);
  }

  @Test
  void larger_is_as_pillow_has_it() {
    assertThat(Resize.to(4, 5, picture(2, 3, 1)).bytes())
        .containsExactly(
            0, 15, 38, 69, 90, 39, 58, 88, 87, 86, 117, 145, 187, 122, 78, 156, 188, 236, 139, 74);
  }

  @Test
  void a_photograph_s_worth_of_pixels_is_as_pillow_has_it() {
    CRC32 sum = new CRC32();
    sum.update(Resize.to(50, 33, picture(96, 128, 3)).bytes());
    assertThat(sum.getValue()).isEqualTo(3466923976L);
  }

  private static Image picture(int height, int width, int channels) {
    byte[] bytes = new byte[height * width * channels];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * i * 7 + i * 31);
    }
    return new Image(height, width, channels, bytes);
  }
}
