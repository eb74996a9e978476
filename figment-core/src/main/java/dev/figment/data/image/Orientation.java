package dev.figment.data.image;

/**
 * An image brought upright, as EXIF says how it was stored: 2 mirrored, 3 upside down, 4 mirrored
 * upside down, 5 to 8 with rows for columns, of which 6 (a quarter turn to the right brings it
 * upright) and 8 (to the left) are what telephones write.
 */
record Orientation(int exif, Image stored) {
  /** The image as it is to be seen. */
  static Image upright(int exif, Image stored) {
    return exif == Exif.UPRIGHT ? stored : new Orientation(exif, stored).turned();
  }

  private Image turned() {
    boolean swapped = exif >= 5;
    int height = swapped ? stored.width() : stored.height();
    int width = swapped ? stored.height() : stored.width();
    int channels = stored.channels();
    byte[] bytes = new byte[stored.bytes().length];
    for (int y = 0, to = 0; y < height; y++) {
      for (int x = 0; x < width; x++, to += channels) {
        int row = swapped ? x : y;
        int column = swapped ? y : x;
        System.arraycopy(stored.bytes(), place(row, column), bytes, to, channels);
      }
    }
    return new Image(height, width, channels, bytes);
  }

  private int place(int row, int column) {
    int y = exif == 3 || exif == 4 || exif == 6 || exif == 7 ? stored.height() - 1 - row : row;
    int x = exif == 2 || exif == 3 || exif == 7 || exif == 8 ? stored.width() - 1 - column : column;
    return (y * stored.width() + x) * stored.channels();
  }
}
