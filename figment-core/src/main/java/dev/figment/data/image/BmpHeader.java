package dev.figment.data.image;

/**
 * A BMP as its two headers have it.
 *
 * @param offset where the pixels begin
 * @param compression 0 none, 1 and 2 run lengths, 3 none, with masks
 */
record BmpHeader(int offset, long width, long height, int bits, long compression, long colors) {
  private static final int INFO = 14;
  private static final int OLD = 12; // length of the information header of OS/2
  private static final int MASKS = 3;

  static ImageHeader read(FileBytes file) throws UnreadableImageException {
    BmpHeader header = fields(file);
    ImageLimits.requireSize(header.width, header.height, file.length());
    header.requireKnown();
    header.requireWhole(file);
    return new ImageHeader(
        ImageFormat.BMP,
        (int) header.width,
        (int) header.height,
        8,
        header.bits <= 8 ? 1 : 3,
        1,
        Exif.UPRIGHT,
        false);
  }

  /** What the headers say, whatever it is; no more than their bytes are looked at. */
  static BmpHeader fields(FileBytes file) throws UnreadableImageException {
    int offset = (int) Math.min(Integer.MAX_VALUE, file.u32Little(10));
    if (file.u32Little(INFO) == OLD) {
      return new BmpHeader(
          offset, file.u16Little(18), file.u16Little(20), file.u16Little(24), 0, 0);
    }
    long width = (int) file.u32Little(18);
    long height = (int) file.u32Little(22); // negative from the top down
    return new BmpHeader(
        offset,
        width,
        Math.abs(height),
        file.u16Little(28),
        file.u32Little(30),
        file.u32Little(46));
  }

  private void requireKnown() throws UnreadableImageException {
    if (compression > MASKS) {
      throw new UnreadableImageException("a BMP of compression %d, which is not read", compression);
    }
  }

  private void requireWhole(FileBytes file) throws UnreadableImageException {
    long row = (width * bits + 31) / 32 * 4;
    boolean isPlain = compression == 0 || compression == MASKS;
    file.end(offset, isPlain ? row * height : 0);
    file.end(INFO, file.u32Little(INFO));
    file.end(INFO, colors * 4);
  }
}
