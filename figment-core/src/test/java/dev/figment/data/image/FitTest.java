package dev.figment.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FitTest {
  /** 2×4 pixels: 1, 2, 3, 4 above 5, 6, 7, 8. */
  private static final Image WIDE = new Image(2, 4, 1, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

  @Test
  void stretching_takes_all_of_the_image_and_distorts_it() {
    assertThat(Fit.STRETCH.bring(WIDE, 2, 2).bytes()).isEqualTo(Resize.to(2, 2, WIDE).bytes());
  }

  @Test
  void cropping_takes_the_middle_and_distorts_nothing() {
    assertThat(Fit.CROP.bring(WIDE, 2, 2).bytes()).containsExactly(2, 3, 6, 7);
    assertThat(Fit.CROP.bring(WIDE, 1, 4).bytes()).containsExactly(1, 2, 3, 4);
    Image large = Fit.CROP.bring(WIDE, 4, 4);
    assertThat(large.bytes()).isEqualTo(Resize.to(4, 4, WIDE.middle(2, 2)).bytes());
  }

  @Test
  void padding_keeps_all_and_fills_up_with_black() {
    assertThat(Fit.PAD.bring(WIDE, 4, 4).bytes())
        .containsExactly(0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0);
    assertThat(Fit.PAD.bring(WIDE, 2, 6).bytes())
        .containsExactly(0, 1, 2, 3, 4, 0, 0, 5, 6, 7, 8, 0);
  }

  @Test
  void colors_stay_with_their_pixels() {
    Image row = new Image(1, 3, 3, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
    assertThat(Fit.CROP.bring(row, 1, 1).bytes()).containsExactly(4, 5, 6);
    assertThat(Fit.PAD.bring(row, 3, 3).bytes())
        .containsExactly(
            0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void an_image_of_that_size_stays_as_it_is(Fit fit) {
    assertThat(fit.bring(WIDE, 2, 4).bytes()).isEqualTo(WIDE.bytes());
  }

  @ParameterizedTest
  @CsvSource({"112, 80", "1, 1", "7, 300", "300, 7"})
  void every_size_is_reached_from_every_aspect_ratio(int height, int width) {
    for (Fit fit : Fit.values()) {
      for (int side : new int[] {1, 3, 50}) {
        Image image = new Image(side, 4, 3, new byte[side * 12]);
        assertThat(fit.bring(image, height, width).shape().toString())
            .isEqualTo("%d×%d×3".formatted(height, width));
      }
    }
  }
}
