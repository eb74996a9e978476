package dev.figment.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a JPEG, PNG, GIF, BMP or WebP file into an {@link Image}. Gray stays gray,
 * everything else becomes red, green and blue: palettes are looked up, CMYK is converted, 16 bits
 * become 8, what is transparent is laid over white, and what EXIF says is stored lying is turned
 * upright. Of an animation the first frame is taken. Which of these it was comes with the image.
 *
 * <p>Whatever the bytes, there is an image or an {@link UnreadableImageException}: which decoder is
 * asked says the file's signature, and what it may cost {@link ImageLimits}, before it is asked.
 */
public final class ImageDecoder {
  private ImageDecoder() {}

  /**
   * The image that a file holds.
   *
   * @param file all bytes of the file
   * @throws UnreadableImageException with the reason, which does not name the file
   */
  public static Image decode(byte[] file) throws UnreadableImageException {
    return read(file).image();
  }

  /** As {@link #decode}, with what was converted on the way. */
  public static DecodedImage read(byte[] file) throws UnreadableImageException {
    ImageHeader header = header(file);
    PixelReading pixels = new PixelReading();
    try {
      Image read = pixels.image(decode(header.format(), file));
      Image stored = header.isGrayPng() ? read.in(Colors.GRAY) : read;
      Image upright = Orientation.upright(header.orientation(), stored);
      return new DecodedImage(upright, conversions(header, pixels.composited));
    } catch (IOException | RuntimeException | StackOverflowError e) { // decoders throw all of them
      throw new UnreadableImageException("damaged (%s)", reason(e));
    } catch (OutOfMemoryError e) {
      throw new UnreadableImageException(
          "too large for the memory there is, with its %d×%d pixels",
          header.width(), header.height());
    }
  }

  /**
   * Whether an image file that begins so may be as long as it is said to be although it packs to
   * less than a hundredth: of a BMP or PNG that is stored plain, and declares as many pixels.
   *
   * @param start its first 64 bytes
   */
  public static boolean mayPackWell(byte[] start, long bytes) {
    return ImageLimits.mayPackWell(start, bytes);
  }

  /** What a file declares of itself, within the limits; nothing is decoded. */
  static ImageHeader header(byte[] file) throws UnreadableImageException {
    if (file.length == 0) {
      throw new UnreadableImageException("it is empty");
    }
    Optional<ImageFormat> format = ImageFormat.of(file);
    if (format.isEmpty()) {
      throw new UnreadableImageException(OtherFormats.words(new FileBytes(file)));
    }
    return format.get().header(file);
  }

  private static Set<Conversion> conversions(ImageHeader header, boolean composited) {
    Set<Conversion> all = EnumSet.noneOf(Conversion.class);
    add(Conversion.TURNED, header.orientation() != Exif.UPRIGHT, all);
    add(Conversion.COMPOSITED, composited, all);
    add(Conversion.REDUCED, header.bits() > 8, all);
    add(Conversion.FROM_CMYK, header.isCmyk(), all);
    add(Conversion.FIRST_FRAME, header.animated(), all);
    return all;
  }

  private static void add(Conversion one, boolean happened, Set<Conversion> all) {
    if (happened) {
      all.add(one);
    }
  }

  private static BufferedImage decode(ImageFormat format, byte[] file)
      throws IOException, UnreadableImageException {
    byte[] picture = format == ImageFormat.PNG ? PngHeader.pictureOnly(file) : file;
    ImageReader reader = ImageIO.getImageReadersByFormatName(format.toString()).next();
    List<String> losses = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> keepLoss(warning, losses));
    try (ImageInputStream stream = new BoundedImageStream(picture)) {
      reader.setInput(stream, true, true);
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

  private static String reason(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** From what a decoder gives to bytes, row by row. */
  private static final class PixelReading {
    private boolean composited;

    Image image(BufferedImage image) {
      ColorModel model = image.getColorModel();
      if (model.getNumColorComponents() == 1 && !(model instanceof IndexColorModel)) {
        return gray(image.getRaster(), model);
      }
      return image.getType() == BufferedImage.TYPE_3BYTE_BGR ? fromBgr(image) : fromArgb(image);
    }

    /** From the samples themselves: Java's color conversion would brighten them. */
    private Image gray(Raster raster, ColorModel model) {
      int width = raster.getWidth();
      int height = raster.getHeight();
      int white = (1 << model.getComponentSize(0)) - 1;
      byte[] bytes = new byte[width * height];
      int @Nullable [] samples = null;
      int @Nullable [] alphas = null;
      for (int y = 0; y < height; y++) {
        samples = raster.getSamples(0, y, width, 1, 0, samples);
        alphas = model.hasAlpha() ? raster.getSamples(0, y, width, 1, 1, alphas) : null;
        for (int x = 0; x < width; x++) {
          int value = (int) ((samples[x] * 255L + white / 2) / white);
          int alpha = alphas == null ? 255 : (int) (alphas[x] * 255L / white);
          bytes[y * width + x] = overWhite(value, alpha);
        }
      }
      return new Image(height, width, 1, bytes);
    }

    private byte overWhite(int value, int alpha) {
      composited |= alpha < 255;
      return (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
    }

    /** What a JPEG is decoded to: read without going through colors. */
    private static Image fromBgr(BufferedImage image) {
      Raster raster = image.getRaster();
      byte[] bytes =
          (byte[]) raster.getDataElements(0, 0, image.getWidth(), image.getHeight(), null);
      return new Image(image.getHeight(), image.getWidth(), 3, bytes);
    }

    private Image fromArgb(BufferedImage image) {
      int width = image.getWidth();
      int height = image.getHeight();
      byte[] bytes = new byte[3 * width * height];
      int[] argb = new int[width];
      for (int y = 0, to = 0; y < height; y++) {
        image.getRGB(0, y, width, 1, argb, 0, width);
        for (int each : argb) {
          int alpha = each >>> 24;
          bytes[to++] = overWhite(each >> 16 & 0xff, alpha);
          bytes[to++] = overWhite(each >> 8 & 0xff, alpha);
          bytes[to++] = overWhite(each & 0xff, alpha);
        }
      }
      return new Image(height, width, 3, bytes);
    }
  }
}
