package dev.figment.format;

import dev.figment.DataException;
import dev.figment.DiskException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

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

  /** The picture as the bytes of a PNG file. */
  public static byte[] bytes(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new AssertionError("no PNG writer takes " + image);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
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
