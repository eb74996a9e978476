package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * CIFAR-10's binary files: records of a label byte and a 32×32 image as three planes, red, green
 * and blue; 10,000 records to a file. The planes are interleaved on the way in.
 *
 * @see <a href="https://www.cs.toronto.edu/~kriz/cifar.html">The CIFAR-10 dataset, "binary
 *     version"</a>
 */
public final class CifarReader {
  /** Of every image: 32×32, red, green and blue. */
  public static final Shape SHAPE = Shape.image(32, 32, 3);

  /** The ten classes, in the order of the labels. */
  public static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  /** How many records a published file has. */
  public static final int RECORDS = 10_000;

  private static final int PLANE = 32 * 32;
  private static final int RECORD = 1 + 3 * PLANE;

  private CifarReader() {}

  /**
   * Reads files one after another into one set.
   *
   * @param records how many each file must hold
   * @throws DataException if a file's length is not that of its records, or a label is above 9
   */
  public static ImageSet read(String name, List<Path> files, int records) {
    int[] labels = new int[files.size() * records];
    byte[] images = ImageSet.memory(name, SHAPE, labels.length);
    for (int i = 0; i < files.size(); i++) {
      byte[] file = bytes(files.get(i), records);
      for (int j = 0; j < records; j++) {
        int to = i * records + j;
        labels[to] = label(files.get(i), file, j);
        interleave(file, j * RECORD + 1, images, to * SHAPE.count());
      }
    }
    return ImageSet.ofBytes(name, SHAPE, CLASSES, labels, images);
  }

  private static byte[] bytes(Path file, int records) {
    try {
      requireBytes(file, records, Files.size(file));
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  private static void requireBytes(Path file, int records, long found) {
    if (found != (long) records * RECORD) {
      throw new DataException(
          "%s: expected %d bytes (%d records of %d), found %d. Get the file again.",
          file, (long) records * RECORD, records, RECORD, found);
    }
  }

  private static int label(Path file, byte[] bytes, int record) {
    int label = bytes[record * RECORD] & 0xff;
    if (label >= CLASSES.size()) {
      throw new DataException(
          "%s: expected labels from 0 to 9, found %d at record %d. Is it CIFAR-10, in the binary"
              + " version?",
          file, label, record);
    }
    return label;
  }

  private static void interleave(byte[] planes, int from, byte[] pixels, int to) {
    for (int i = 0; i < PLANE; i++) {
      pixels[to + 3 * i] = planes[from + i];
      pixels[to + 3 * i + 1] = planes[from + PLANE + i];
      pixels[to + 3 * i + 2] = planes[from + 2 * PLANE + i];
    }
  }
}
