package dev.figment.data.image;

/**
 * A WebP as its chunks have it. It may declare its size in three places, of each frame and of the
 * whole; every one of them is held to the limits.
 *
 * @see <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP container</a>
 */
final class WebpHeader {
  private static final int RIFF = 12;
  private static final int CHUNK = 8;
  private static final int FRAME = 16; // what an animation says of a frame before its chunks
  private static final int LOSSLESS = 0x2f;
  private static final int SIDE = 0x3fff;

  private final FileBytes file;
  private int width;
  private int height;
  private int pictures;
  private int frames;
  private int orientation = Exif.UPRIGHT;

  private WebpHeader(FileBytes file) {
    this.file = file;
  }

  static ImageHeader read(FileBytes file) throws UnreadableImageException {
    WebpHeader webp = new WebpHeader(file);
    int end = file.end(CHUNK, file.u32Little(4));
    webp.readChunks(RIFF, end);
    if (webp.width == 0) {
      throw new UnreadableImageException("damaged (no size in it)");
    }
    if (webp.pictures == 0) { // Java's decoder would give black
      throw new UnreadableImageException("damaged (no picture in it)");
    }
    return new ImageHeader(
        ImageFormat.WEBP, webp.width, webp.height, 8, 3, 1, webp.orientation, webp.frames > 1);
  }

  private void readChunks(int start, int end) throws UnreadableImageException {
    for (int at = start; at + CHUNK <= end; ) {
      long length = file.u32Little(at + 4);
      int next = file.end(at + CHUNK, length);
      if (next > end) {
        throw new UnreadableImageException("damaged (a chunk goes beyond its end)");
      }
      read(file.text(at, 4), at + CHUNK, next);
      at = next + (int) (length & 1);
    }
  }

  private void read(String name, int at, int end) throws UnreadableImageException {
    switch (name) {
      case "VP8X" -> size(file.u24Little(at + 4) + 1, file.u24Little(at + 7) + 1);
      case "VP8 " -> lossy(at);
      case "VP8L" -> lossless(at);
      case "EXIF" -> orientation = Exif.orientation(file, at);
      case "ANMF" -> {
        frames++;
        readChunks(file.end(at, FRAME), end);
      }
      default -> {} // colors, texts
    }
  }

  private void lossy(int at) throws UnreadableImageException {
    if (!file.startsWith(at + 3, 0x9d, 0x01, 0x2a)) {
      throw new UnreadableImageException("damaged (its picture does not begin as one)");
    }
    pictures++;
    size(file.u16Little(at + 6) & SIDE, file.u16Little(at + 8) & SIDE);
  }

  private void lossless(int at) throws UnreadableImageException {
    if (file.u8(at) != LOSSLESS) {
      throw new UnreadableImageException("damaged (its picture does not begin as one)");
    }
    pictures++;
    long sides = file.u32Little(at + 1);
    size((int) (sides & SIDE) + 1, (int) (sides >> 14 & SIDE) + 1);
  }

  /** The first that is said is that of the picture. */
  private void size(int width, int height) throws UnreadableImageException {
    ImageLimits.requireSize(width, height, file.length());
    if (this.width == 0) {
      this.width = width;
      this.height = height;
    }
  }
}
