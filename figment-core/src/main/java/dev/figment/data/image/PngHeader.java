package dev.figment.data.image;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A PNG as its chunks have it. The checksums of those that make the picture are compared, which
 * Java's decoder does not do.
 */
final class PngHeader {
  private static final int SIGNATURE = 8;
  private static final int AROUND = 12; // length, name and checksum of a chunk
  private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final int GRAY = 0;
  private static final int GRAY_ALPHA = 4;
  private static final int RGB_ALPHA = 6;

  private final FileBytes file;
  private int orientation = Exif.UPRIGHT;
  private boolean animated;

  private PngHeader(FileBytes file) {
    this.file = file;
  }

  static ImageHeader read(FileBytes file) throws UnreadableImageException {
    return new PngHeader(file).read();
  }

  private ImageHeader read() throws UnreadableImageException {
    if (!file.hasText(SIGNATURE + 4, "IHDR")) {
      throw new UnreadableImageException("damaged (no size in it)");
    }
    long width = file.u32(SIGNATURE + 8);
    long height = file.u32(SIGNATURE + 12);
    ImageLimits.requireSize(width, height, file.length());
    readChunks();
    int bits = file.u8(SIGNATURE + 16);
    int channels = channels(file.u8(SIGNATURE + 17));
    return new ImageHeader(
        ImageFormat.PNG, (int) width, (int) height, bits, channels, 1, orientation, animated);
  }

  private static int channels(int color) {
    return switch (color) {
      case GRAY -> 1;
      case GRAY_ALPHA -> 2;
      case RGB_ALPHA -> 4;
      default -> 3; // as they are, or looked up in a palette
    };
  }

  private void readChunks() throws UnreadableImageException {
    for (int at = SIGNATURE; at < file.length(); ) {
      String name = file.text(at + 4, 4);
      int end = file.end(at, file.u32(at) + AROUND);
      if (PICTURE.contains(name)) {
        requireChecksum(name, at, end);
      }
      if (name.equals("eXIf")) {
        orientation = Exif.orientation(file, at + 8);
      }
      animated |= name.equals("acTL");
      at = name.equals("IEND") ? file.length() : end;
    }
  }

  private void requireChecksum(String name, int at, int end) throws UnreadableImageException {
    CRC32 sum = new CRC32();
    sum.update(file.file(), at + 4, end - at - 8);
    if (sum.getValue() != file.u32(end - 4)) {
      throw new UnreadableImageException("damaged (the checksum of its %s is wrong)", name);
    }
  }

  /**
   * The chunks that make the picture, and no others: texts and profiles can unpack to far more than
   * they take.
   *
   * @param png one that was read before
   */
  static byte[] pictureOnly(byte[] png) throws UnreadableImageException {
    FileBytes file = new FileBytes(png);
    ByteArrayOutputStream picture = new ByteArrayOutputStream(png.length);
    picture.write(png, 0, SIGNATURE);
    for (int at = SIGNATURE; at < png.length; ) {
      int end = file.end(at, file.u32(at) + AROUND);
      String name = file.text(at + 4, 4);
      if (PICTURE.contains(name)) {
        picture.write(png, at, end - at);
      }
      at = name.equals("IEND") ? png.length : end;
    }
    return picture.toByteArray();
  }
}
