package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.format.Rgb;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PictureRowTest {
  private static final int GAP = 16;
  private static final int TOP = GAP + 24;

  private static BufferedImage picture(int width, int height, int color) {
    BufferedImage picture = Rgb.blank(width, height);
    for (int i = 0; i < width * height; i++) {
      picture.setRGB(i % width, i / width, color);
    }
    return picture;
  }

  @Test
  void smaller_pictures_are_brought_to_the_height_of_the_tallest() {
    BufferedImage small = picture(60, 50, 0x800000);
    small.setRGB(59, 49, 0x0000ff);
    BufferedImage row =
        PictureRow.empty().add("a", picture(40, 100, 0x008000)).add("b", small).toImage();
    assertThat(row.getHeight()).isEqualTo(TOP + 100 + GAP);
    assertThat(row.getWidth()).isEqualTo(GAP + 40 + GAP + 120 + GAP);
    int left = GAP + 40 + GAP;
    assertThat(row.getRGB(GAP, TOP + 99) & 0xffffff).isEqualTo(0x008000);
    assertThat(row.getRGB(left, TOP) & 0xffffff).isEqualTo(0x800000);
    assertThat(row.getRGB(left + 118, TOP + 98) & 0xffffff).isEqualTo(0x0000ff); // of 2×2
    assertThat(row.getRGB(left + 117, TOP + 98) & 0xffffff).isEqualTo(0x800000);
    assertThat(row.getRGB(left - 1, TOP + 50) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void a_long_name_has_room() {
    BufferedImage one = picture(10, 10, 0);
    int narrow = PictureRow.empty().add("a", one).toImage().getWidth();
    int wide = PictureRow.empty().add("a-run-with-a-long-name", one).toImage().getWidth();
    assertThat(narrow).isLessThan(wide / 2);
  }

  @Test
  void a_row_of_none_is_refused() {
    assertThat(PictureRow.empty().isEmpty()).isTrue();
    assertThatThrownBy(() -> PictureRow.empty().toImage())
        .isInstanceOf(UsageException.class)
        .hasMessage("pictures side by side: expected one at least, got none");
  }
}
