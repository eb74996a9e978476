package dev.figment.data.image;

import org.jspecify.annotations.Nullable;

/**
 * A JPEG as its markers have it: segments up to each scan, whose bytes are passed over, and so on
 * to the end, so that scans are counted.
 */
final class JpegHeader {
  private static final int TEMPORARY = 0x01;
  private static final int START = 0xd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int APP1 = 0xe1;

  private final FileBytes file;
  private int at = 2;
  private int scans;
  private int orientation = Exif.UPRIGHT;

  /** Precision, height, width, channels. */
  private int @Nullable [] frame;

  private JpegHeader(FileBytes file) {
    this.file = file;
  }

  static ImageHeader read(FileBytes file) throws UnreadableImageException {
    return new JpegHeader(file).read();
  }

  private ImageHeader read() throws UnreadableImageException {
    int marker = nextMarker();
    while (marker != END) {
      if (marker > TEMPORARY && !isRestart(marker) && marker != START) {
        segment(marker);
      }
      marker = nextMarker();
    }
    if (frame == null) {
      throw new UnreadableImageException("damaged (no size in it)");
    }
    ImageHeader header =
        new ImageHeader(
            ImageFormat.JPEG,
            frame[2],
            frame[1],
            frame[0],
            frame[3],
            Math.max(1, scans),
            orientation,
            false);
    ImageLimits.requireScans(header, file.length());
    return header;
  }

  /** The next byte after one or more of 255, except 0, which stands for 255 itself. */
  private int nextMarker() throws UnreadableImageException {
    while (at + 1 < file.length()) {
      if (file.u8(at++) == 0xff) {
        int marker = file.u8(at);
        if (marker != 0 && marker != 0xff) {
          at++;
          return marker;
        }
      }
    }
    return END; // cut short: the decoder says of what
  }

  private void segment(int marker) throws UnreadableImageException {
    int length = file.u16(at);
    int end = file.end(at, Math.max(2, length));
    if (isFrame(marker)) {
      frame(at + 2);
    } else if (marker == SCAN) {
      scans++;
    } else if (marker == APP1 && Exif.isAt(file, at + 2)) {
      orientation = Exif.orientation(file, at + 2);
    }
    at = end;
  }

  private void frame(int start) throws UnreadableImageException {
    frame =
        new int[] {file.u8(start), file.u16(start + 1), file.u16(start + 3), file.u8(start + 5)};
    ImageLimits.requireSize(frame[2], frame[1], file.length());
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xd0 && marker <= 0xd7;
  }
}
