package dev.figment.data.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip data, and says what Java's class passes over: that other bytes follow. */
final class StrictGzipInputStream extends GZIPInputStream {
  private static final int TRAILER = 8; // checksum and length, which are still in the buffer

  StrictGzipInputStream(InputStream packed) throws IOException {
    super(packed, 1 << 16);
  }

  /** Whether there are bytes behind the packed ones; to be asked at the end. */
  boolean hasMore() throws IOException {
    return inf.getRemaining() > TRAILER || in.read() >= 0;
  }
}
