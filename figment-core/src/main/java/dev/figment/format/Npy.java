package dev.figment.format;

import static dev.figment.UsageException.require;

import dev.figment.DataException;
import dev.figment.DiskException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An array in NumPy's file format: read from the element types f4, f8, u1, i4 and i8 (doubles and
 * integers are rounded to the nearest float), written as f4.
 *
 * @param shape its sizes, outermost first; none for a scalar
 * @param values its elements, row-major
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the
 *     format</a>, versions 1 to 3 (little-endian and C order only; never pickled objects)
 */
public record Npy(long[] shape, float[] values) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 10_000;
  private static final int PART = 8192; // values

  /**
   * @throws dev.figment.UsageException if the values do not fill the shape
   */
  public Npy {
    shape = shape.clone();
    double expected = Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    require(
        expected == values.length,
        "npy: expected %.0f values for %s, got %d",
        expected,
        Arrays.toString(shape),
        values.length);
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  /**
   * Reads an array.
   *
   * @throws DataException if the file is no such array
   * @throws DiskException if the file cannot be read
   */
  public static Npy read(Path file) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return read(file, channel);
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  private static Npy read(Path file, SeekableByteChannel channel) throws IOException {
    ByteBuffer start = bytes(file, channel, MAGIC.length + 2);
    byte version = start.get(MAGIC.length);
    if (!Arrays.equals(MAGIC, Arrays.copyOf(start.array(), MAGIC.length))) {
      throw new DataException("%s: expected a NumPy array, got other bytes", file);
    }
    if (version < 1 || version > 3) {
      throw new DataException("%s: expected NumPy format 1 to 3, got %d", file, version);
    }
    int headerLength =
        version == 1
            ? bytes(file, channel, Short.BYTES).getShort() & 0xffff
            : bytes(file, channel, Integer.BYTES).getInt();
    if (headerLength < 0 || headerLength > LONGEST_HEADER) {
      throw new DataException(
          "%s: expected a header of at most %d bytes, got %d",
          file, LONGEST_HEADER, Integer.toUnsignedLong(headerLength));
    }
    byte[] header = bytes(file, channel, headerLength).array();
    return read(file, channel, NpyHeader.parse(file, new String(header, StandardCharsets.UTF_8)));
  }

  private static Npy read(Path file, SeekableByteChannel channel, NpyHeader header)
      throws IOException {
    long left = channel.size() - channel.position();
    if (header.bytes() != left) {
      throw new DataException(
          "%s: expected %d bytes for %s, got %d", file, header.bytes(), header.described(), left);
    }
    if (left > Integer.MAX_VALUE - Long.BYTES) {
      throw new DataException("%s: expected at most 2 GiB, got %d bytes", file, left);
    }
    float[] values = new float[(int) (left / header.element().bytes())];
    int count;
    for (int start = 0; start < values.length; start += count) {
      count = Math.min(PART, values.length - start);
      ByteBuffer part = bytes(file, channel, count * header.element().bytes());
      for (int i = start; i < start + count; i++) {
        values[i] = header.element().value(part);
      }
    }
    return new Npy(header.shape(), values);
  }

  /** The next bytes of the file, little-endian; refused before memory is asked for. */
  private static ByteBuffer bytes(Path file, SeekableByteChannel channel, int count)
      throws IOException {
    if (count > channel.size() - channel.position()) {
      throw new DataException(
          "%s: expected %d bytes more, got %d. The file is cut short.",
          file, count, channel.size() - channel.position());
    }
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new DataException("%s: the file became shorter while it was read", file);
      }
    }
    return bytes.flip();
  }

  /**
   * Writes the array as f4, format 1.
   *
   * @throws DiskException if the file cannot be written
   */
  public void write(Path file) {
    byte[] header = header().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes =
        ByteBuffer.allocate(
                Math.addExact(
                    MAGIC.length + 4 + header.length,
                    Math.multiplyExact(values.length, Float.BYTES)))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length).put(header);
    bytes.asFloatBuffer().put(values);
    AtomicFile.write(file, bytes.array());
  }

  /** Filled with spaces, so that the data begins at a multiple of 64 bytes. */
  private String header() {
    String sizes = Arrays.stream(shape).mapToObj(size -> size + ",").collect(Collectors.joining());
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }";
    int used = MAGIC.length + 4 + text.length() + 1;
    return text + " ".repeat(Math.floorMod(-used, 64)) + "\n";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Npy npy
        && Arrays.equals(shape, npy.shape)
        && Arrays.equals(values, npy.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "float32 " + Arrays.toString(shape);
  }
}
