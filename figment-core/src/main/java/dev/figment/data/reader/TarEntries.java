package dev.figment.data.reader;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Goes through a tar from entry to entry: a header, the bytes, zeros up to a multiple of 512. Names
 * too long for a header come as an entry before it, in GNU's way ({@code L}) or in POSIX's ({@code
 * x}, lines such as {@code 18 path=a/b.png}). Links and devices are counted, not followed.
 */
final class TarEntries {
  private static final long MAX_TEXT = 1 << 20;

  private final FileChannel tar;
  private final EntryNames names = new EntryNames();
  private final Map<String, Place> files = new HashMap<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();
  private final Map<String, String> said = new HashMap<>();
  private long at;
  private int count;

  private TarEntries(FileChannel tar) {
    this.tar = tar;
  }

  /** Where the bytes of a file are. */
  record Place(long offset, long size) {}

  /**
   * @throws EntryNames.Untrusted if it is damaged, or its names are not to be trusted, with what
   *     was found
   * @throws IOException if it cannot be read
   */
  static TarEntries of(FileChannel tar) throws IOException, EntryNames.Untrusted {
    TarEntries entries = new TarEntries(tar);
    try {
      entries.read();
    } catch (EOFException e) {
      throw new EntryNames.Untrusted(String.valueOf(e.getMessage()));
    }
    return entries;
  }

  Map<String, Place> files() {
    return files;
  }

  /** Links and the like. */
  Map<String, Integer> leftOut() {
    return leftOut;
  }

  private void read() throws IOException, EntryNames.Untrusted {
    byte[] block = bytes(at, TarHeader.LENGTH);
    while (!isZero(block)) {
      TarHeader header = header(block);
      at += TarHeader.LENGTH;
      String told = said.get("size");
      long size = told == null ? header.size() : number(told);
      if (size < 0 || size > tar.size() - at) {
        throw new EntryNames.Untrusted("less than its entries take: it is cut short");
      }
      if (++count > PlaceLimits.ENTRIES) {
        throw new EntryNames.Untrusted("more than " + PlaceLimits.ENTRIES + " entries");
      }
      entry(header, size);
      at += (size + TarHeader.LENGTH - 1) / TarHeader.LENGTH * TarHeader.LENGTH;
      block = bytes(at, TarHeader.LENGTH);
    }
  }

  private static TarHeader header(byte[] block) throws EntryNames.Untrusted {
    try {
      return TarHeader.of(block);
    } catch (IOException e) { // nothing is read: it says what is wrong with the block
      throw new EntryNames.Untrusted(String.valueOf(e.getMessage()));
    }
  }

  private void entry(TarHeader header, long size) throws IOException, EntryNames.Untrusted {
    switch (header.kind()) {
      case 'L' -> said.put("path", TarHeader.text(text(size), 0, (int) size));
      case 'x' -> pax(text(size));
      case 'K', 'g' -> {} // where a link goes; what holds for all, of which names are none
      default -> {
        file(header, size);
        said.clear();
      }
    }
  }

  private void file(TarHeader header, long size) throws IOException, EntryNames.Untrusted {
    String path = names.path(said.getOrDefault("path", header.name()));
    switch (header.kind()) {
      case '0', '\0', '7' -> files.put(path, new Place(at, size));
      case '5' -> {}
      default -> leftOut.merge("links", 1, Integer::sum);
    }
  }

  private byte[] text(long size) throws IOException, EntryNames.Untrusted {
    if (size > MAX_TEXT) {
      throw new EntryNames.Untrusted("a name of %d bytes".formatted(size));
    }
    return bytes(at, (int) size);
  }

  /** Lines of a length, which counts all of it, a space, a key, {@code =} and a value. */
  private void pax(byte[] lines) throws EntryNames.Untrusted {
    for (int from = 0; from < lines.length; ) {
      int space = from;
      while (space < lines.length && lines[space] != ' ') {
        space++;
      }
      long length = number(new String(lines, from, space - from, StandardCharsets.ISO_8859_1));
      if (length <= space - from + 1 || length > lines.length - from) {
        throw new EntryNames.Untrusted("a note of a wrong length");
      }
      String line = TarHeader.text(lines, space + 1, (int) length - (space + 1 - from) - 1);
      int equals = line.indexOf('=');
      if (equals > 0) {
        said.put(line.substring(0, equals), line.substring(equals + 1));
      }
      from += (int) length;
    }
  }

  private static long number(String digits) throws EntryNames.Untrusted {
    if (!digits.matches("\\d{1,15}")) {
      throw new EntryNames.Untrusted("a number that is none");
    }
    return Long.parseLong(digits);
  }

  private byte[] bytes(long from, int count) throws IOException {
    return bytes(tar, from, count);
  }

  /**
   * So many bytes from a place on.
   *
   * @throws EOFException if there are fewer
   */
  static byte[] bytes(FileChannel tar, long from, int count) throws IOException {
    if (count > tar.size() - from) {
      throw new EOFException("no end: it is cut short");
    }
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (tar.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("no end: it is cut short");
      }
    }
    return bytes.array();
  }

  private static boolean isZero(byte[] block) {
    for (byte each : block) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }
}
