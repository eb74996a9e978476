package dev.figment.data.reader;

import dev.figment.data.image.UnreadableImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a place of images may hold, asked before memory or disk is taken: 256 MiB in a file; in an
 * archive 2 million entries, which unpack to 64 GiB and to 100 times what they take.
 */
final class PlaceLimits {
  /** Of an archive, whatever they are. */
  static final int ENTRIES = 2_000_000;

  /** Most that a packed byte stands for. */
  static final int RATIO = 100;

  /** Of all images of an archive, unpacked. */
  static final long TOTAL_BYTES = 64L << 30;

  private static final long FILE_BYTES = 256L << 20;

  private PlaceLimits() {}

  /**
   * The bytes of a file.
   *
   * @throws UnreadableImageException if it is too large
   */
  static byte[] read(Path file) throws IOException, UnreadableImageException {
    check(Files.size(file));
    return Files.readAllBytes(file);
  }

  /**
   * Refuses a file of so many bytes where they are too many.
   *
   * @throws UnreadableImageException if they are
   */
  static void check(long bytes) throws UnreadableImageException {
    if (bytes > FILE_BYTES) {
      throw new UnreadableImageException(
          "of %d bytes, more than the %d of the largest that are read", bytes, FILE_BYTES);
    }
  }

  /**
   * To how many bytes so many packed ones may unpack.
   *
   * @param free so many in any case
   */
  static long unpacked(long packed, long free) {
    return Math.min(TOTAL_BYTES, Math.max(free, RATIO * packed));
  }
}
