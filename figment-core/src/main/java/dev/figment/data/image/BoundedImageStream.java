package dev.figment.data.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file's bytes for Java's readers, which may read each of them some dozens of times (those that
 * read bit by bit do), but not for ever: a reader that goes in circles, or takes the end for data,
 * is stopped by an exception.
 */
final class BoundedImageStream extends ImageInputStreamImpl {
  private static final int READS_PER_BYTE = 64;
  private static final long FREE_READS = 1 << 20;
  private static final int READS_AT_END = 1000;

  private final byte[] file;
  private long readsLeft;
  private int readsAtEnd;

  BoundedImageStream(byte[] file) {
    this.file = file;
    this.readsLeft = FREE_READS + (long) READS_PER_BYTE * file.length;
  }

  @Override
  public int read() throws IOException {
    spend(1);
    bitOffset = 0;
    if (streamPos >= file.length) {
      spendAtEnd();
      return -1;
    }
    return file[(int) streamPos++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    bitOffset = 0;
    int count = (int) Math.min(length, file.length - streamPos);
    spend(1 + Math.max(0, count));
    if (count < length) {
      spendAtEnd();
    }
    if (count <= 0) {
      return length == 0 ? 0 : -1;
    }
    System.arraycopy(file, (int) streamPos, target, offset, count);
    streamPos += count;
    return count;
  }

  /** No {@code EOFException}: some readers go on after one. */
  private void spendAtEnd() throws IOException {
    if (++readsAtEnd > READS_AT_END) {
      throw new IOException("it is cut short");
    }
  }

  private void spend(int reads) throws IOException {
    readsLeft -= reads;
    if (readsLeft < 0) {
      throw new IOException("its parts lead in circles");
    }
  }

  @Override
  public long length() {
    return file.length;
  }
}
