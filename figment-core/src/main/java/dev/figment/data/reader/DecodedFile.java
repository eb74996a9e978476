package dev.figment.data.reader;

import dev.figment.data.ImageSet;
import dev.figment.data.LoadReport;
import dev.figment.data.image.Conversion;
import dev.figment.format.AtomicFile;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Decoded images as a file: the eight letters of {@code FIGIMGS2}; four big-endian 32-bit sizes,
 * examples, height, width and channels; as many 32-bit counts as there are {@link Conversion}s, in
 * their order; a 64-bit CRC-32C of sizes, counts and all that follows; the bytes of the images, 0
 * to 255, example after example, channels last.
 *
 * @param changed how many images, by what happened to them when they were decoded
 * @param bytes of all images
 */
record DecodedFile(Shape shape, int examples, Map<Conversion, Integer> changed, byte[] bytes) {
  private static final byte[] MAGIC = {'F', 'I', 'G', 'I', 'M', 'G', 'S', '2'};
  private static final int SIZES = (4 + Conversion.values().length) * Integer.BYTES;
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
      int[] sizes = new int[SIZES / Integer.BYTES];
      header.position(MAGIC.length);
      header.asIntBuffer().get(sizes);
      byte[] bytes = new byte[bytes(sizes, Files.size(file))];
      requireIntact(in.readNBytes(bytes, 0, bytes.length) == bytes.length, "its length");
      long sum = header.getLong(MAGIC.length + SIZES);
      requireIntact(sum == checksum(header.slice(MAGIC.length, SIZES), bytes), "its checksum");
      Shape shape = Shape.image(sizes[1], sizes[2], sizes[3]);
      return new DecodedFile(shape, sizes[0], changed(sizes), bytes);
    }
  }

  private static Map<Conversion, Integer> changed(int[] sizes) {
    Map<Conversion, Integer> changed = new EnumMap<>(Conversion.class);
    for (Conversion each : Conversion.values()) {
      changed.put(each, sizes[4 + each.ordinal()]);
    }
    return changed;
  }

  /** The images as a set. */
  ImageSet toSet(String name, List<String> classes, int[] labels) {
    return ImageSet.ofBytes(name, shape, classes, labels, bytes)
        .withLoadReport(new LoadReport(changed, Map.of()));
  }

  private static boolean startsRight(ByteBuffer header) {
    return header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  private static int bytes(int[] sizes, long length) throws IOException {
    long product = 1;
    for (int size : Arrays.copyOf(sizes, 4)) {
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
    for (Conversion each : Conversion.values()) {
      header.putInt(set.loadReport().changed().getOrDefault(each, 0));
    }
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
