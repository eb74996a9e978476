package dev.figment.data.reader;

import dev.figment.data.ImageSet;
import dev.figment.format.AtomicFile;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Decoded images as a file: the eight letters of {@code FIGIMGS1}; four big-endian 32-bit sizes,
 * examples, height, width and channels; a 64-bit CRC-32C of the sizes and all that follows; the
 * bytes of the images, 0 to 255, example after example, channels last.
 *
 * @param bytes of all images
 */
record DecodedFile(Shape shape, int examples, byte[] bytes) {
  private static final byte[] MAGIC = {'F', 'I', 'G', 'I', 'M', 'G', 'S', '1'};
  private static final int SIZES = 4 * Integer.BYTES;
  static final int HEADER = 8 + SIZES + Long.BYTES;

  /**
   * Reads a file; no memory is taken before its length is what its sizes say.
   *
   * @throws IOException if it is not such a file, damaged, or cannot be read
   */
  static DecodedFile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
      requireIntact(header.capacity() == HEADER && startsRight(header), "its header");
      int[] sizes = new int[4];
      header.position(MAGIC.length);
      header.asIntBuffer().get(sizes);
      byte[] bytes = new byte[bytes(sizes, Files.size(file))];
      requireIntact(in.readNBytes(bytes, 0, bytes.length) == bytes.length, "its length");
      long sum = header.getLong(MAGIC.length + SIZES);
      requireIntact(sum == checksum(header.slice(MAGIC.length, SIZES), bytes), "its checksum");
      return new DecodedFile(Shape.image(sizes[1], sizes[2], sizes[3]), sizes[0], bytes);
    }
  }

  private static boolean startsRight(ByteBuffer header) {
    return header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  private static int bytes(int[] sizes, long length) throws IOException {
    long product = 1;
    for (int size : sizes) {
      requireIntact(size >= 1 && size <= length, "its sizes");
      product *= size; // below 2^63: each step is checked
      requireIntact(product <= length, "its sizes");
    }
    requireIntact(HEADER + product == length && product <= Integer.MAX_VALUE - 8, "its length");
    return (int) product;
  }

  private static void requireIntact(boolean holds, String what) throws IOException {
    if (!holds) {
      throw new IOException("damaged: " + what + " is wrong");
    }
  }

  /** Writes the images of a set, whole or not at all. */
  static void write(ImageSet set, Path file) {
    Shape shape = set.shape();
    byte[] bytes = new byte[Math.multiplyExact(set.size(), shape.count())];
    for (int i = 0; i < set.size(); i++) {
      set.copyBytes(i, bytes, i * shape.count());
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER).put(MAGIC);
    header.putInt(set.size()).putInt(shape.height()).putInt(shape.width());
    header.putInt(shape.channels());
    header.putLong(checksum(header.slice(MAGIC.length, SIZES), bytes)).flip();
    AtomicFile.writeUnflushed(file, channel -> write(channel, header, ByteBuffer.wrap(bytes)));
  }

  private static void write(FileChannel channel, ByteBuffer header, ByteBuffer bytes)
      throws IOException {
    while (header.hasRemaining() || bytes.hasRemaining()) {
      channel.write(new ByteBuffer[] {header, bytes});
    }
  }

  private static long checksum(ByteBuffer sizes, byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(sizes);
    checksum.update(bytes);
    return checksum.getValue();
  }
}
