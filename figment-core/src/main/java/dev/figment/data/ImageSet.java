package dev.figment.data;

import dev.figment.DataException;
import dev.figment.Nearest;
import dev.figment.data.image.Image;
import dev.figment.data.image.ImageTransform;
import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Examples that are resident in memory, in a fixed order. Images are bytes 0 to 255, example after
 * example, row after row, the channels of a pixel together; vectors are floats.
 *
 * <p>Immutable, so that many threads may read it.
 */
public final class ImageSet {
  private final String name;
  private final Shape shape;
  private final List<String> classes;
  private final int[] labels;
  private final byte @Nullable [] bytes;
  private final float @Nullable [] floats;
  private final LoadReport loadReport;

  private ImageSet(
      String name,
      Shape shape,
      List<String> classes,
      int[] labels,
      byte @Nullable [] bytes,
      float @Nullable [] floats,
      LoadReport loadReport) {
    this.loadReport = loadReport;
    this.name = name;
    this.shape = shape;
    this.classes = List.copyOf(classes);
    this.labels = labels;
    this.bytes = bytes;
    this.floats = floats;
  }

  /**
   * A set that takes the arrays over: they must not change afterwards.
   *
   * @param classes empty where nothing is labeled
   * @param labels the class of each example, an index into {@code classes}; all 0 if unlabeled
   * @throws DataException if the number of bytes is not that of the labels' examples
   */
  public static ImageSet ofBytes(
      String name, Shape shape, List<String> classes, int[] labels, byte[] bytes) {
    requireCounts(name, shape, classes, labels, bytes.length);
    return new ImageSet(name, shape, classes, labels, bytes, null, LoadReport.NONE);
  }

  /** As {@link #ofBytes}, for vectors. */
  public static ImageSet ofFloats(
      String name, Shape shape, List<String> classes, int[] labels, float[] floats) {
    requireCounts(name, shape, classes, labels, floats.length);
    return new ImageSet(name, shape, classes, labels, null, floats, LoadReport.NONE);
  }

  private static void requireCounts(
      String name, Shape shape, List<String> classes, int[] labels, int numbers) {
    if ((long) labels.length * shape.count() != numbers) {
      throw new DataException(
          "%s: expected %d numbers for %d examples of %s, got %d",
          name, (long) labels.length * shape.count(), labels.length, shape, numbers);
    }
    int highest = Math.max(0, classes.size() - 1);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] > highest) {
        throw new DataException(
            "%s: expected labels from 0 to %d, got %d at example %d. The file is damaged, or has"
                + " other classes.",
            name, highest, labels[i], i);
      }
    }
  }

  /**
   * Memory for so many examples.
   *
   * @throws DataException if it is more than one array holds, 2 GB
   */
  public static byte[] memory(String name, Shape shape, int examples) {
    long needed = (long) examples * shape.count();
    if (needed > Integer.MAX_VALUE - 8) {
      throw new DataException(
          "%s: expected at most 2147483639 bytes of images, got %d (%d of %s). Make them smaller"
              + " (data.size=32) or read fewer classes (data.classes).",
          name, needed, examples, shape);
    }
    return new byte[(int) needed];
  }

  /** What messages and summaries call it. */
  public String name() {
    return name;
  }

  /** The shape of every example. */
  public Shape shape() {
    return shape;
  }

  /** How many examples there are. */
  public int size() {
    return labels.length;
  }

  /** The names of the classes; empty where nothing is labeled. */
  public List<String> classes() {
    return classes;
  }

  /** The class of an example, an index into {@link #classes}; 0 if unlabeled. */
  public int label(int index) {
    return labels[index];
  }

  /** A copy of all labels, in the order of the examples. */
  public int[] labels() {
    return labels.clone();
  }

  /**
   * What was changed and left out when it was read; kept by what changes all examples alike, not by
   * a choice among them.
   */
  public LoadReport loadReport() {
    return loadReport;
  }

  /** The same examples, of which this is told. */
  public ImageSet withLoadReport(LoadReport report) {
    return new ImageSet(name, shape, classes, labels, bytes, floats, report);
  }

  /** Whether examples are bytes 0 to 255 (images) rather than floats (vectors). */
  public boolean holdsBytes() {
    return bytes != null;
  }

  /** Count, shape and a checksum of all examples and labels: other data gives another. */
  public String fingerprint() {
    return "%d of %s, checksum %08x".formatted(size(), shape, checksummed().ofAll());
  }

  /** A checksum of each example with its label, in their order. */
  public int[] checksums() {
    return checksummed().ofEach(shape.count());
  }

  private Checksums checksummed() {
    return new Checksums(labels, bytes, floats);
  }

  /** What the examples occupy. */
  public long sizeInBytes() {
    return bytes != null ? bytes.length : 4L * Objects.requireNonNull(floats).length;
  }

  /**
   * Copies the bytes of one example, {@code shape().count()} of them.
   *
   * @throws UnsupportedOperationException if the set holds floats
   */
  public void copyBytes(int index, byte[] target, int offset) {
    if (bytes == null) {
      throw new UnsupportedOperationException(name + " holds floats, not bytes");
    }
    System.arraycopy(bytes, index * shape.count(), target, offset, shape.count());
  }

  /**
   * Copies the numbers of one example, {@code shape().count()} of them: floats as they are, bytes
   * as 0 to 255.
   */
  public void copyFloats(int index, float[] target, int offset) {
    int count = shape.count();
    int first = index * count;
    if (bytes == null) {
      System.arraycopy(floats, first, target, offset, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      target[offset + i] = bytes[first + i] & 0xff;
    }
  }

  /**
   * The examples of these classes, in their present order; labels count in the order of the names.
   *
   * @throws DataException if there is no such class; the message names those that there are
   */
  public ImageSet onlyClasses(List<String> names) {
    int[] renumbered = renumbering(name, classes, names);
    int[] kept = IntStream.range(0, size()).filter(i -> renumbered[labels[i]] >= 0).toArray();
    int[] newLabels = Arrays.stream(kept).map(i -> renumbered[labels[i]]).toArray();
    return only(kept, names, newLabels);
  }

  /**
   * The new label of every old one, -1 for classes that are not wanted.
   *
   * @param set its name, for the message
   * @throws DataException if a wanted class is not among the classes
   */
  public static int[] renumbering(String set, List<String> classes, List<String> wanted) {
    if (classes.isEmpty()) {
      throw new DataException(
          "%s: expected classes to choose from, as data.classes does, got unlabeled examples. Take"
              + " them all (data.classes=null), or put the images into one folder per class.",
          set);
    }
    for (String each : wanted) {
      if (!classes.contains(each)) {
        String hint = Nearest.hint(each, classes);
        throw new DataException(
            "%s: no class %s%s Its classes are %s.",
            set, each, hint.isEmpty() ? "." : hint, String.join(", ", classes));
      }
    }
    return classes.stream().mapToInt(wanted::indexOf).toArray();
  }

  private byte[] keptBytes(int[] kept) {
    byte[] target = new byte[kept.length * shape.count()];
    for (int i = 0; i < kept.length; i++) {
      copyBytes(kept[i], target, i * shape.count());
    }
    return target;
  }

  private float[] keptFloats(int[] kept) {
    float[] target = new float[kept.length * shape.count()];
    for (int i = 0; i < kept.length; i++) {
      copyFloats(kept[i], target, i * shape.count());
    }
    return target;
  }

  /** Every image transformed; this set itself if it has that form already, or holds vectors. */
  public ImageSet transformed(ImageTransform transform) {
    Shape target = transform.outputShape(shape);
    if (target.equals(shape)) {
      return this;
    }
    byte[] transformed = memory(name, target, size());
    IntStream.range(0, size())
        .parallel()
        .forEach(
            i ->
                System.arraycopy(
                    transform.apply(image(i)).bytes(),
                    0,
                    transformed,
                    i * target.count(),
                    target.count()));
    LoadReport report = LoadReport.ofAll(size(), transform.conversions(shape));
    return new ImageSet(name, target, classes, labels, transformed, null, loadReport.plus(report));
  }

  /**
   * Black and white: each value white with the probability that is its own, drawn from a fixed
   * seed.
   *
   * @throws DataException if the set holds vectors
   */
  public ImageSet binarized(Split split) {
    if (bytes == null) {
      throw new DataException("%s: expected images to binarize, got vectors of %s", name, shape);
    }
    RandomStream stream = RandomStream.named("binarization/" + split, 1);
    byte[] binary = new byte[bytes.length];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) (stream.nextDouble() * 255 < (bytes[i] & 0xff) ? 255 : 0);
    }
    return new ImageSet(name, shape, classes, labels, binary, null, loadReport);
  }

  /**
   * The examples of sets of one shape and the same classes, one set after the other, under the name
   * of the first.
   *
   * @param parts at least one
   * @throws DataException if they differ in shape or in classes
   */
  public static ImageSet joined(List<ImageSet> parts) {
    return parts.size() == 1 ? parts.get(0) : new JoinedSets(parts).toSet();
  }

  /** The examples with these numbers, in this order. */
  public ImageSet only(int... indices) {
    int[] newLabels = Arrays.stream(indices).map(i -> labels[i]).toArray();
    return only(indices, classes, newLabels);
  }

  private ImageSet only(int[] kept, List<String> names, int[] newLabels) {
    return holdsBytes()
        ? ofBytes(name, shape, names, newLabels, keptBytes(kept))
        : ofFloats(name, shape, names, newLabels, keptFloats(kept));
  }

  /** How often each of the 256 bytes comes. */
  long[] histogram() {
    long[] counts = new long[256];
    for (byte each : Objects.requireNonNull(bytes)) {
      counts[each & 0xff]++;
    }
    return counts;
  }

  /**
   * A copy of one example as an image.
   *
   * @throws UnsupportedOperationException if the set holds floats
   */
  public Image image(int index) {
    byte[] copy = new byte[shape.count()];
    copyBytes(index, copy, 0);
    return new Image(shape.height(), shape.width(), shape.channels(), copy);
  }
}
