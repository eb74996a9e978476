package dev.figment.format;

import dev.figment.DataException;
import dev.figment.DiskException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Still pictures as PNG. */
public final class Png {
  private Png() {}

  /**
   * Writes a picture, whole or not at all.
   *
   * @throws DiskException if the file cannot be written
   */
  public static void write(BufferedImage image, Path file) {
    AtomicFile.write(file, bytes(image));
  }

  /** The picture as the bytes of a PNG file: of one channel if it is gray, else of three. */
  public static byte[] bytes(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      byte[] levels = (byte[]) image.getRaster().getDataElements(0, 0, width, height, null);
      return bytes(width, height, 1, levels);
    }
    int[] colors = Rgb.of(image).getRGB(0, 0, width, height, null, 0, width);
    byte[] pixels = new byte[3 * colors.length];
    for (int i = 0; i < colors.length; i++) {
      pixels[3 * i] = (byte) (colors[i] >> 16);
      pixels[3 * i + 1] = (byte) (colors[i] >> 8);
      pixels[3 * i + 2] = (byte) colors[i];
    }
    return bytes(width, height, 3, pixels);
  }

  /**
   * Pixels as the bytes of a PNG file.
   *
   * @param channels 1 (gray) or 3 (red, green, blue)
   * @param pixels 0 to 255, row after row, channels last
   */
  public static byte[] bytes(int width, int height, int channels, byte[] pixels) {
    return new PngEncoder(width, height, channels, pixels).bytes();
  }

  /**
   * Reads a picture that Figment wrote, as {@link Rgb}; sizes are not limited.
   *
   * @throws DataException if the file holds no picture
   * @throws DiskException if the file cannot be read
   */
  public static BufferedImage read(Path file) {
    byte[] bytes = bytes(file);
    try {
      BufferedImage image =
          ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
      if (image == null) {
        throw new DataException("%s: expected a picture, got other bytes", file);
      }
      return Rgb.of(image);
    } catch (IOException e) {
      throw new DataException("%s: expected a whole picture, got a damaged one (%s)", file, e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }
}
