package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipException;

/**
 * Files of the MNIST family: 0, 0, the type of a number, how many sizes, the sizes as big-endian
 * 32-bit integers, then the numbers. Read plain or compressed by gzip, told apart by their first
 * bytes. Of the types only unsigned bytes (8), which the whole family uses.
 *
 * <p>The header says how long the file must be: anything shorter or longer is refused, and no more
 * than that is ever unpacked or kept.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">The MNIST database, "file formats"</a>
 */
public final class IdxReader {
  private static final int UNSIGNED_BYTE = 8;
  private static final String REMEDY = "Get the file again.";

  private final Path file;
  private final InputStream stream;

  private IdxReader(Path file, InputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  /**
   * What one file holds.
   *
   * @param sizes how many examples, then the sizes of one
   */
  record Idx(Path file, int[] sizes, byte[] bytes) {
    int examples() {
      return sizes[0];
    }
  }

  /**
   * Reads three sizes: examples, rows, columns.
   *
   * @throws DataException if the file is not that, or is damaged
   */
  static Idx images(Path file) {
    return read(file, 3);
  }

  /** Reads one size: a label for each example. */
  static Idx labels(Path file) {
    return read(file, 1);
  }

  /**
   * An image file and its labels as one set.
   *
   * @throws DataException if they do not have as many examples as one another
   */
  public static ImageSet set(String name, Path imageFile, Path labelFile, List<String> classes) {
    Idx images = images(imageFile);
    Idx labels = labels(labelFile);
    if (images.examples() != labels.examples()) {
      throw new DataException(
          "%s: expected as many labels as images, found %d images in %s and %d labels in %s. Do the"
              + " files belong together?",
          name, images.examples(), imageFile, labels.examples(), labelFile);
    }
    int[] numbers =
        IntStream.range(0, labels.examples()).map(i -> labels.bytes[i] & 0xff).toArray();
    Shape shape = Shape.image(images.sizes[1], images.sizes[2], 1);
    return ImageSet.ofBytes(name, shape, classes, numbers, images.bytes);
  }

  private static Idx read(Path file, int rank) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return new IdxReader(file, isCompressed(raw) ? new StrictGzipInputStream(raw) : raw)
          .read(rank);
    } catch (ZipException | EOFException e) {
      throw new DataException(
          "%s: damaged gzip data (%s). %s", file, DiskException.reason(e), REMEDY);
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  private static boolean isCompressed(InputStream raw) throws IOException {
    raw.mark(2);
    boolean compressed = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return compressed;
  }

  private Idx read(int rank) throws IOException {
    int headerBytes = 4 + 4 * rank;
    byte[] header = upTo(headerBytes);
    checkMagic(header, rank);
    requireBytes("header", headerBytes, header.length);
    int[] sizes = sizes(header, rank);
    long expected = product(sizes);
    byte[] bytes = upTo(Math.toIntExact(expected));
    requireBytes("data", expected, bytes.length);
    if (stream.read() >= 0) {
      throw new DataException(
          "%s: expected %d bytes of data after the header, found more. %s", file, expected, REMEDY);
    }
    if (stream instanceof StrictGzipInputStream packed && packed.hasMore()) {
      throw new DataException(
          "%s: expected nothing after the gzip data, found more bytes. %s", file, REMEDY);
    }
    return new Idx(file, sizes, bytes);
  }

  private void checkMagic(byte[] header, int rank) {
    byte[] magic = {0, 0, UNSIGNED_BYTE, (byte) rank};
    int given = Math.min(header.length, magic.length);
    if (!Arrays.equals(header, 0, given, magic, 0, given)) {
      throw new DataException(
          "%s: expected an IDX file of unsigned bytes with %d sizes (it begins with %s), found %s."
              + " Is it the right file?",
          file, rank, hex(magic, 4), hex(header, given));
    }
  }

  private static String hex(byte[] bytes, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append("%02x".formatted(bytes[i]));
    }
    return text.toString();
  }

  private static int[] sizes(byte[] header, int rank) {
    int[] sizes = new int[rank];
    ByteBuffer.wrap(header, 4, 4 * rank).asIntBuffer().get(sizes);
    return sizes;
  }

  private long product(int[] sizes) {
    long product = 1;
    for (int size : sizes) {
      if (size < 1 || product * size > Integer.MAX_VALUE - 8) {
        throw new DataException(
            "%s: expected sizes of at least 1 whose product is at most 2147483639, found %s. %s",
            file, Arrays.toString(sizes), REMEDY);
      }
      product *= size;
    }
    return product;
  }

  private void requireBytes(String part, long expected, int found) {
    if (found < expected) {
      throw new DataException(
          "%s: expected %d bytes of %s, found %d: the file is cut short. %s",
          file, expected, part, found, REMEDY);
    }
  }

  /** So many bytes, or those that there are; memory grows only as they come. */
  private byte[] upTo(int count) throws IOException {
    byte[] bytes = new byte[Math.min(count, 1 << 16)];
    int filled = 0;
    while (filled < count) {
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * bytes.length));
      }
      int read = readSome(bytes, filled);
      if (read < 0) {
        return Arrays.copyOf(bytes, filled);
      }
      filled += read;
    }
    return bytes;
  }

  private int readSome(byte[] bytes, int from) throws IOException {
    try {
      return stream.read(bytes, from, bytes.length - from);
    } catch (EOFException cutShort) {
      return -1; // gzip's word for it; the caller says how much there was
    }
  }
}
