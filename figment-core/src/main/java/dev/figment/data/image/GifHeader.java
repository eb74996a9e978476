package dev.figment.data.image;

import org.jspecify.annotations.Nullable;

/** A GIF as its blocks have it, up to a second picture or the end. */
final class GifHeader {
  private static final int SCREEN = 13;
  private static final int PICTURE = 0x2c;
  private static final int EXTENSION = 0x21;

  private final FileBytes file;
  private int at = SCREEN;

  private GifHeader(FileBytes file) {
    this.file = file;
  }

  static ImageHeader read(FileBytes file) throws UnreadableImageException {
    return new GifHeader(file).read();
  }

  private ImageHeader read() throws UnreadableImageException {
    ImageLimits.requireSize(
        Math.max(1, file.u16Little(6)), Math.max(1, file.u16Little(8)), file.length());
    skipPalette(file.u8(10));
    int @Nullable [] size = nextPicture();
    if (size == null) {
      throw new UnreadableImageException("damaged (no picture in it)");
    }
    boolean animated = nextPicture() != null;
    return new ImageHeader(ImageFormat.GIF, size[0], size[1], 8, 1, 1, Exif.UPRIGHT, animated);
  }

  /** Width and height of the next picture, whose pixels are passed over; null at the end. */
  private int @Nullable [] nextPicture() throws UnreadableImageException {
    while (at < file.length() && (file.u8(at) == PICTURE || file.u8(at) == EXTENSION)) {
      if (file.u8(at) == PICTURE) {
        return picture();
      }
      at += 2;
      skipBlocks();
    }
    return null;
  }

  private int[] picture() throws UnreadableImageException {
    int[] size = {file.u16Little(at + 5), file.u16Little(at + 7)};
    ImageLimits.requireSize(size[0], size[1], file.length());
    int flags = file.u8(at + 9);
    at += 10;
    skipPalette(flags);
    at++;
    skipBlocks();
    return size;
  }

  private void skipPalette(int flags) {
    if ((flags & 0x80) != 0) {
      at += 3 << (1 + (flags & 7));
    }
  }

  /** Each a length and so many bytes, to one of length 0, or to the end of a file cut short. */
  private void skipBlocks() throws UnreadableImageException {
    int length = 1;
    while (length > 0 && at < file.length()) {
      length = file.u8(at);
      at += 1 + length;
    }
  }
}
