package dev.figment.data.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A file's bytes, read at places: whatever is asked for beyond the end says that the file is cut
 * short.
 */
record FileBytes(byte[] file) {
  int length() {
    return file.length;
  }

  /** Whether these bytes are there. */
  boolean startsWith(int at, int... bytes) {
    if (at < 0 || (long) at + bytes.length > file.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((file[at + i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  boolean hasText(int at, String text) {
    return startsWith(at, text.chars().toArray());
  }

  /** Letters of a chunk's name, those that cannot be printed as {@code ?}. */
  String text(int at, int count) throws UnreadableImageException {
    require(at, count);
    return new String(file, at, count, ISO_8859_1).replaceAll("[^ -~]", "?");
  }

  int u8(int at) throws UnreadableImageException {
    require(at, 1);
    return file[at] & 0xff;
  }

  /** Big-endian. */
  int u16(int at) throws UnreadableImageException {
    return u8(at) << 8 | u8(at + 1);
  }

  /** Big-endian. */
  long u32(int at) throws UnreadableImageException {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  int u16Little(int at) throws UnreadableImageException {
    return u8(at) | u8(at + 1) << 8;
  }

  int u24Little(int at) throws UnreadableImageException {
    return u16Little(at) | u8(at + 2) << 16;
  }

  long u32Little(int at) throws UnreadableImageException {
    return u16Little(at) | (long) u16Little(at + 2) << 16;
  }

  /** Where a part of a file ends. */
  int end(long from, long count) throws UnreadableImageException {
    require(from, count);
    return (int) (from + count);
  }

  private void require(long at, long count) throws UnreadableImageException {
    if (at < 0 || count < 0 || at + count > file.length) {
      throw new UnreadableImageException("damaged (it is cut short)");
    }
  }
}
