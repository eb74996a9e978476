package dev.figment.examples;

import dev.figment.format.Png;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;

/** What the tests ask of pictures that examples wrote. */
final class PicturesOnDisk {
  private PicturesOnDisk() {}

  /** How many different colors a PNG has; it must be one. */
  static long colors(Path file) {
    return Arrays.stream(pixels(file)).distinct().count();
  }

  static int[] pixels(Path file) {
    BufferedImage image = Png.read(file);
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
