package dev.figment.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Pixels as PNG, 8 bits a channel. Of the five filters each row takes the one whose bytes, as
 * signed numbers, have the least sum of absolute values.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>, 9 Filtering and 12.7 Filter
 *     selection (no difference)
 */
final class PngEncoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int FILTERS = 5;
  private static final byte GRAY = 0;
  private static final byte RGB = 2;

  private final int width;
  private final int height;
  private final int channels;
  private final byte[] pixels;

  /**
   * @param channels 1 (gray) or 3 (red, green, blue)
   * @param pixels row after row, channels last
   */
  PngEncoder(int width, int height, int channels, byte[] pixels) {
    if (channels != 1 && channels != 3 || pixels.length != (long) width * height * channels) {
      throw new IllegalArgumentException(
          "png: expected the bytes of %d×%d×%d pixels in 1 or 3 channels, got %d"
              .formatted(height, width, channels, pixels.length));
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.pixels = pixels;
  }

  /** The whole file. */
  byte[] bytes() {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put(channels == 1 ? GRAY : RGB);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    out.writeBytes(chunk("IHDR", header.array()));
    out.writeBytes(chunk("IDAT", deflated(filtered())));
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  /** A chunk: length, type, data, and the checksum of type and data. */
  static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
    chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), 4, 4 + data.length);
    return chunk.putInt((int) checksum.getValue()).array();
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    try {
      deflater.setStrategy(Deflater.FILTERED);
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = new byte[Math.min(1 << 16, 64 + bytes.length)];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** Every row, with the number of its filter before it. */
  private byte[] filtered() {
    int row = width * channels;
    byte[] filtered = new byte[Math.multiplyExact(height, 1 + row)];
    byte[] tried = new byte[row];
    for (int y = 0; y < height; y++) {
      int to = y * (1 + row);
      int least = Integer.MAX_VALUE;
      for (int filter = 0; filter < FILTERS; filter++) {
        int sum = filter(filter, y, tried);
        if (sum < least) {
          least = sum;
          filtered[to] = (byte) filter;
          System.arraycopy(tried, 0, filtered, to + 1, row);
        }
      }
    }
    return filtered;
  }

  /** Fills {@code into} with a filtered row, and gives the sum of its absolute values. */
  private int filter(int filter, int y, byte[] into) {
    int at = y * into.length;
    int sum = 0;
    for (int i = 0; i < into.length; i++) {
      int left = i < channels ? 0 : pixels[at + i - channels] & 0xff;
      int above = y == 0 ? 0 : pixels[at + i - into.length] & 0xff;
      int corner = i < channels || y == 0 ? 0 : pixels[at + i - into.length - channels] & 0xff;
      into[i] = (byte) (pixels[at + i] - predicted(filter, left, above, corner));
      sum += Math.abs(into[i]);
    }
    return sum;
  }

  private static int predicted(int filter, int left, int above, int corner) {
    return switch (filter) {
      case 0 -> 0;
      case 1 -> left;
      case 2 -> above;
      case 3 -> (left + above) / 2;
      default -> paeth(left, above, corner);
    };
  }

  /** Whichever of the three is nearest to left + above − corner; the first of those as near. */
  private static int paeth(int left, int above, int corner) {
    int toLeft = Math.abs(above - corner);
    int toAbove = Math.abs(left - corner);
    int toCorner = Math.abs(left + above - 2 * corner);
    if (toLeft <= toAbove && toLeft <= toCorner) {
      return left;
    }
    return toAbove <= toCorner ? above : corner;
  }
}
