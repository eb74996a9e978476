package dev.figment.format;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Pictures as plain 8-bit red, green and blue, the one kind of {@link BufferedImage} that is drawn,
 * compared and written here.
 */
public final class Rgb {
  private Rgb() {}

  /** An empty picture, black all over. */
  public static BufferedImage blank(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  /**
   * The picture itself if it is plain already, else a copy on white. GrayImage levels keep their
   * number: Java's own conversion takes them for linear light and brightens them.
   */
  public static BufferedImage of(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    return image.getType() == BufferedImage.TYPE_BYTE_GRAY ? ofGray(image) : drawn(image);
  }

  private static BufferedImage ofGray(BufferedImage image) {
    BufferedImage copy = blank(image.getWidth(), image.getHeight());
    Raster levels = image.getRaster();
    for (int y = 0; y < copy.getHeight(); y++) {
      for (int x = 0; x < copy.getWidth(); x++) {
        copy.setRGB(x, y, gray(levels.getSample(x, y, 0)));
      }
    }
    return copy;
  }

  private static BufferedImage drawn(BufferedImage image) {
    BufferedImage copy = blank(image.getWidth(), image.getHeight());
    Graphics2D pen = copy.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return copy;
  }

  /** A level from 0 to 255 as a packed color. */
  public static int gray(int level) {
    return level << 16 | level << 8 | level;
  }
}
