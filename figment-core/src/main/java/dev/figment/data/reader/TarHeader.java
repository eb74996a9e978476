package dev.figment.data.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * The block of 512 bytes before each entry of a tar: name at 0 (with a folder for it at 345 where
 * {@code ustar} stands at 257), size at 124, checksum at 148, kind at 156; numbers in octal digits,
 * or where the first bit is set as big-endian bytes.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html">POSIX, pax:
 *     ustar Interchange Format</a>
 */
public record TarHeader(String name, long size, char kind) {
  /** Bytes of a block. */
  public static final int LENGTH = 512;

  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_DIGITS = 8;

  /** Whether these bytes are such a block: its checksum says so. */
  static boolean isOne(byte[] block) {
    if (block.length < LENGTH) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      boolean own = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_DIGITS;
      sum += own ? ' ' : block[i] & 0xff;
    }
    String digits = text(block, CHECKSUM, CHECKSUM_DIGITS).trim();
    return digits.matches("[0-7]{1,7}") && Integer.parseInt(digits, 8) == sum;
  }

  /**
   * The header that a block is.
   *
   * @throws IOException if its checksum or its size is none
   */
  public static TarHeader of(byte[] block) throws IOException {
    if (!isOne(block)) {
      throw new IOException("an entry whose checksum is wrong");
    }
    String name = text(block, 0, 100);
    String folder = text(block, 257, 5).equals("ustar") ? text(block, 345, 155) : "";
    // GNU's own tars have numbers there
    boolean hasFolder = !folder.isEmpty() && block[262] == 0;
    return new TarHeader(
        hasFolder ? folder + "/" + name : name, size(block), (char) (block[156] & 0xff));
  }

  private static long size(byte[] block) throws IOException {
    if ((block[124] & 0x80) != 0) {
      return ByteBuffer.wrap(block, 128, Long.BYTES).getLong();
    }
    String digits = text(block, 124, 12).trim();
    if (!digits.matches("[0-7]{1,12}")) {
      throw new IOException("an entry of no size");
    }
    return Long.parseLong(digits, 8);
  }

  /** Up to a 0, as UTF-8, or where it is none as Latin-1. */
  static String text(byte[] bytes, int from, int most) {
    int end = from;
    while (end < Math.min(bytes.length, from + most) && bytes[end] != 0) {
      end++;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, end - from)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, end - from, ISO_8859_1);
    }
  }
}
