package dev.figment.run.report;

import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import dev.figment.format.Rgb;
import java.awt.image.BufferedImage;
import java.util.Base64;

/** Pictures in a page: PNG inside of it, as small as can be without a loss. */
final class Pixels {
  private Pixels() {}

  /**
   * A picture whose pixels are seen: the page draws each as a square of whole pixels of the screen,
   * as large as there is room.
   *
   * @param alt what it shows, for who does not see it
   */
  static Html of(BufferedImage picture, String alt) {
    return image(Png.bytes(gray(picture)), picture.getWidth(), picture.getHeight(), alt)
        .with("class", "pixels");
  }

  /** The bytes of a PNG file as an image. */
  static Html image(byte[] png, int width, int height, String alt) {
    return Html.of("img")
        .with("alt", alt)
        .with("width", String.valueOf(width))
        .with("height", String.valueOf(height))
        .with("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }

  /** The same picture of one channel where it has no color. */
  static BufferedImage gray(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = Rgb.of(picture).getRGB(0, 0, width, height, null, 0, width);
    byte[] levels = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int level = pixels[i] & 0xff;
      if ((pixels[i] & 0xffffff) != Rgb.gray(level)) {
        return picture;
      }
      levels[i] = (byte) level;
    }
    return GrayImage.of(width, height, levels);
  }

  /** Of a picture in which each pixel is a square of 2×2 or more, one for each; else itself. */
  static BufferedImage unzoomed(BufferedImage picture) {
    BufferedImage smaller = picture;
    while (isZoomed(smaller)) {
      smaller = halved(smaller);
    }
    return smaller;
  }

  private static boolean isZoomed(BufferedImage picture) {
    if (picture.getWidth() % 2 + picture.getHeight() % 2 > 0) {
      return false;
    }
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.getRGB(x, y) != picture.getRGB(x & ~1, y & ~1)) {
          return false;
        }
      }
    }
    return picture.getWidth() > 2;
  }

  private static BufferedImage halved(BufferedImage picture) {
    BufferedImage half = Rgb.blank(picture.getWidth() / 2, picture.getHeight() / 2);
    for (int y = 0; y < half.getHeight(); y++) {
      for (int x = 0; x < half.getWidth(); x++) {
        half.setRGB(x, y, picture.getRGB(2 * x, 2 * y));
      }
    }
    return half;
  }
}
