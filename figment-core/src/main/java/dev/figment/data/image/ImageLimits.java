package dev.figment.data.image;

import java.util.Optional;

/**
 * What the decoding of one file may cost, whatever its format; checked against what its header
 * declares, so that a few bytes do not ask for gigabytes or for minutes.
 *
 * <p>No more than 100 million pixels. Three million may be in a file of any length; more need a
 * byte for each 200, which a photograph exceeds a hundredfold and a drawing tenfold. Of a
 * progressive JPEG each scan counts as the pixels that it passes over: ten times as many are
 * allowed.
 */
final class ImageLimits {
  static final long MAX_PIXELS = 100_000_000;
  static final long FREE_PIXELS = 3_000_000;
  static final int PIXELS_PER_BYTE = 200;
  static final int USUAL_SCANS = 10;

  /** More than this many bytes to a pixel no file needs: 16 bits of red, green, blue and alpha. */
  private static final int MAX_BYTES_PER_PIXEL = 8;

  private static final int MAX_METADATA = 1 << 20;

  private ImageLimits() {}

  /**
   * Refuses an image by its declared size.
   *
   * @param bytes the length of its file
   */
  static void requireSize(long width, long height, long bytes) throws UnreadableImageException {
    if (width < 1 || height < 1) {
      throw new UnreadableImageException("damaged (it declares %d×%d pixels)", width, height);
    }
    if (width > MAX_PIXELS || height > MAX_PIXELS || width * height > MAX_PIXELS) {
      throw new UnreadableImageException(
          "declares %d×%d pixels, more than %d million", width, height, MAX_PIXELS / 1_000_000);
    }
    if (width * height > allowed(bytes)) {
      throw new UnreadableImageException(
          "declares %d×%d pixels in %d bytes, more than %d to a byte",
          width, height, bytes, PIXELS_PER_BYTE);
    }
  }

  /** Refuses an image that passes over its pixels too often. */
  static void requireScans(ImageHeader header, long bytes) throws UnreadableImageException {
    long pixels = (long) header.width() * header.height();
    if (pixels * header.scans() > USUAL_SCANS * allowed(bytes)) {
      throw new UnreadableImageException(
          "has %d scans of %d×%d pixels in %d bytes, too many",
          header.scans(), header.width(), header.height(), bytes);
    }
  }

  private static long allowed(long bytes) {
    return Math.max(FREE_PIXELS, PIXELS_PER_BYTE * bytes);
  }

  /** Whether a file may be so long, for the size that its header declares. */
  static boolean allowsLength(long width, long height, long bytes) {
    return width * height <= MAX_PIXELS
        && bytes <= width * height * MAX_BYTES_PER_PIXEL + MAX_METADATA;
  }

  /**
   * Whether a file that begins so may be as long as it is said to be although it packs well: of
   * formats that are stored plain, where the pixels that the header declares take as much.
   */
  static boolean mayPackWell(byte[] start, long bytes) {
    FileBytes file = new FileBytes(start);
    Optional<ImageFormat> format = ImageFormat.of(start);
    try {
      if (format.equals(Optional.of(ImageFormat.BMP))) {
        BmpHeader header = BmpHeader.fields(file);
        return allowsLength(header.width(), header.height(), bytes);
      }
      return format.equals(Optional.of(ImageFormat.PNG))
          && allowsLength(file.u32(16), file.u32(20), bytes);
    } catch (UnreadableImageException e) {
      return false; // not even a header
    }
  }
}
