package dev.figment.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.format.Rgb;
import dev.figment.nn.Shape;
import dev.figment.picture.ImageGrid;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PixelsTest {
  private static final Shape IMAGE = Shape.image(3, 3, 1);
  private static final byte[] PIXELS = {
    0, 90, 0, 10, 0, 20, 0, 30, 0, 40, 0, 50, 0, 60, 0, 7, 0, 8
  };

  @Test
  void a_grid_zoomed_by_two_becomes_the_same_without() {
    BufferedImage zoomed = ImageGrid.of(IMAGE, PIXELS).margin(2).scale(2).toImage();
    BufferedImage plain = ImageGrid.of(IMAGE, PIXELS).margin(1).scale(1).toImage();
    BufferedImage found = Pixels.unzoomed(zoomed);
    assertThat(found.getWidth()).isEqualTo(plain.getWidth());
    assertThat(found.getHeight()).isEqualTo(plain.getHeight());
    for (int i = 0; i < plain.getWidth() * plain.getHeight(); i++) {
      int x = i % plain.getWidth();
      int y = i / plain.getWidth();
      assertThat(found.getRGB(x, y)).isEqualTo(plain.getRGB(x, y));
    }
  }

  @Test
  void a_picture_with_single_pixels_stays_as_it_is() {
    BufferedImage picture = Rgb.blank(4, 4);
    picture.setRGB(1, 2, 0xffffff);
    assertThat(Pixels.unzoomed(picture)).isSameAs(picture);
  }

  @Test
  void a_picture_without_color_has_one_channel_with_the_same_levels() {
    BufferedImage picture = Rgb.blank(2, 1);
    picture.setRGB(1, 0, 0x808080);
    BufferedImage gray = Pixels.gray(picture);
    assertThat(gray.getRaster().getNumBands()).isEqualTo(1);
    assertThat(gray.getRaster().getSample(1, 0, 0)).isEqualTo(0x80);
    picture.setRGB(0, 0, 0x000001);
    assertThat(Pixels.gray(picture)).isSameAs(picture);
  }
}
