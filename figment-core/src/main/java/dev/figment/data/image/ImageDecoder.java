package dev.figment.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Turns the bytes of a JPEG, PNG, GIF, BMP or WebP file into an {@link Image}. Gray stays gray,
 * everything else becomes red, green and blue: palettes are looked up, CMYK is converted, 16 bits
 * become 8, and what is transparent is laid over white. A rotation noted in EXIF is not applied. Of
 * an animation the first frame is taken.
 */
public final class ImageDecoder {
  /** Sizes are checked before a pixel is decoded: a few bytes can declare gigabytes. */
  static final long MAX_PIXELS = 100_000_000;

  private ImageDecoder() {}

  /**
   * The image that a file holds.
   *
   * @param file all bytes of the file
   * @throws UnreadableImageException with the reason, which does not name the file
   */
  public static Image decode(byte[] file) throws UnreadableImageException {
    if (file.length == 0) {
      throw new UnreadableImageException("it is empty");
    }
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      return image(decode(stream));
    } catch (IOException | RuntimeException e) { // decoders throw both at damaged files
      throw new UnreadableImageException("damaged (%s)", reason(e));
    }
  }

  private static BufferedImage decode(ImageInputStream stream)
      throws IOException, UnreadableImageException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      throw new UnreadableImageException("not an image, whatever its name says");
    }
    ImageReader reader = readers.next();
    List<String> losses = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> keepLoss(warning, losses));
    try {
      reader.setInput(stream, true, true);
      checkPixels(reader.getWidth(0), reader.getHeight(0));
      BufferedImage image = reader.read(0);
      checkComplete(losses);
      return image;
    } finally {
      reader.dispose();
    }
  }

  /** A JPEG that is cut short is decoded all the same, gray where it ends, with only a warning. */
  private static void keepLoss(String warning, List<String> losses) {
    if (warning.contains("Truncated") || warning.contains("premature end")) {
      losses.add(warning);
    }
  }

  private static void checkComplete(List<String> losses) throws UnreadableImageException {
    if (!losses.isEmpty()) {
      throw new UnreadableImageException("damaged (%s)", losses.get(0));
    }
  }

  private static void checkPixels(long width, long height) throws UnreadableImageException {
    if (width * height > MAX_PIXELS) {
      throw new UnreadableImageException(
          "declares %d×%d pixels, more than %d million", width, height, MAX_PIXELS / 1_000_000);
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static Image image(BufferedImage image) {
    ColorModel model = image.getColorModel();
    boolean gray = model.getNumColorComponents() == 1 && !(model instanceof IndexColorModel);
    if (gray) {
      return gray(image.getRaster(), model);
    }
    return image.getType() == BufferedImage.TYPE_3BYTE_BGR ? fromBgr(image) : fromArgb(image);
  }

  /** From the samples themselves: Java's color conversion would brighten them. */
  private static Image gray(Raster raster, ColorModel model) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int[] samples = raster.getSamples(0, 0, width, height, 0, (int[]) null);
    int white = (1 << model.getComponentSize(0)) - 1;
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ((samples[i] * 255L + white / 2) / white);
    }
    if (model.hasAlpha()) {
      overWhite(bytes, raster.getSamples(0, 0, width, height, 1, (int[]) null), white);
    }
    return new Image(height, width, 1, bytes);
  }

  private static void overWhite(byte[] bytes, int[] alphas, int opaque) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = overWhite(bytes[i] & 0xff, (int) (alphas[i] * 255L / opaque));
    }
  }

  private static byte overWhite(int value, int alpha) {
    return (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
  }

  /** What a JPEG is decoded to: read without going through colors. */
  private static Image fromBgr(BufferedImage image) {
    byte[] bytes =
        (byte[]) image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), null);
    return new Image(image.getHeight(), image.getWidth(), 3, bytes);
  }

  private static Image fromArgb(BufferedImage image) {
    int width = image.getWidth();
    int[] argb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    byte[] bytes = new byte[3 * argb.length];
    for (int i = 0; i < argb.length; i++) {
      int alpha = argb[i] >>> 24;
      bytes[3 * i] = overWhite(argb[i] >> 16 & 0xff, alpha);
      bytes[3 * i + 1] = overWhite(argb[i] >> 8 & 0xff, alpha);
      bytes[3 * i + 2] = overWhite(argb[i] & 0xff, alpha);
    }
    return new Image(image.getHeight(), width, 3, bytes);
  }
}
