package dev.figment.format;

import java.awt.image.BufferedImage;

/** Pictures of one brightness for each pixel; what reads them back finds one channel, not three. */
public final class GrayImage {
  private GrayImage() {}

  /**
   * A picture of these levels.
   *
   * @param levels 0 (black) to 255 (white), row after row
   */
  public static BufferedImage of(int width, int height, byte[] levels) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, width, height, levels);
    return image;
  }
}
