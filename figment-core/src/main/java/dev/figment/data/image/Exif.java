package dev.figment.data.image;

/**
 * The one thing that is read of EXIF: how the camera was held. EXIF is a TIFF file: {@code II} or
 * {@code MM} for the order of bytes, 42, and where a list of entries of 12 bytes is.
 *
 * @see <a href="https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E">Exif
 *     3.0, 4.6.5.1.7, Orientation</a>
 */
final class Exif {
  /** As it is stored; what is said by saying nothing. */
  static final int UPRIGHT = 1;

  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;
  private static final String HEADING = "Exif\0\0";

  private final FileBytes file;
  private final int start;
  private final boolean little;

  private Exif(FileBytes file, int start) {
    this.file = file;
    this.start = start;
    this.little = file.hasText(start, "II");
  }

  /** Whether this is EXIF rather than what else a file keeps at such a place. */
  static boolean isAt(FileBytes file, int start) {
    return file.hasText(start, HEADING);
  }

  /**
   * 1 to 8; 1 where it says nothing, or is damaged: a picture is not refused for a note beside it.
   */
  static int orientation(FileBytes file, int start) {
    int first = isAt(file, start) ? start + HEADING.length() : start;
    try {
      return new Exif(file, first).orientation();
    } catch (UnreadableImageException e) {
      return UPRIGHT;
    }
  }

  private int orientation() throws UnreadableImageException {
    if (!little && !file.hasText(start, "MM")) {
      return UPRIGHT;
    }
    long list = little ? file.u32Little(start + 4) : file.u32(start + 4);
    int at = file.end(start, list);
    int entries = u16(at);
    for (int i = 0; i < entries; i++) {
      int entry = at + 2 + i * ENTRY;
      if (u16(entry) == ORIENTATION && u16(entry + 2) == SHORT) {
        int value = u16(entry + 8);
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private int u16(int at) throws UnreadableImageException {
    return little ? file.u16Little(at) : file.u16(at);
  }
}
