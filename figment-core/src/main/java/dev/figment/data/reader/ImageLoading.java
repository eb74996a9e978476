package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.ImageSet;
import dev.figment.data.image.Colors;
import dev.figment.data.image.DecodedImage;
import dev.figment.data.image.Image;
import dev.figment.data.image.ImageDecoder;
import dev.figment.data.image.ImageTransform;
import dev.figment.data.image.UnreadableImageException;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decodes many image files at once, over all processors, into one {@link ImageSet} whose order is
 * that of the names. All files are tried: those that are no images are then named together.
 */
final class ImageLoading {
  private static final int MAX_NAMED = 10;

  private final String set;
  private final ImageFiles files;
  private final ClassFolders folders;
  private final ImageTransform transform;
  private final Map<Integer, String> unreadable = new TreeMap<>();
  private final Map<Shape, Integer> shapes = new HashMap<>();
  private final ConversionCounts conversions = new ConversionCounts();

  @SuppressWarnings("NullAway.Init") // with the first image
  private Shape shape;

  @SuppressWarnings("NullAway.Init") // with the first image
  private byte[] bytes;

  private ImageLoading(
      String set, ImageFiles files, ClassFolders folders, ImageTransform transform) {
    this.set = set;
    this.files = files;
    this.folders = folders;
    this.transform = transform;
  }

  /**
   * All images of the folders, with the folders' classes as labels.
   *
   * @throws DataException if files are unreadable, or differ in size or in channels after being
   *     transformed
   */
  static ImageSet load(
      String set, ImageFiles files, ClassFolders folders, ImageTransform transform) {
    ImageLoading loading = new ImageLoading(set, files, folders, transform);
    loading.decode();
    return loading.isMixed()
        ? load(set, files, folders, transform.in(Colors.RGB)) // once more, now that it is known
        : loading.toSet();
  }

  /** Gray among color becomes color. */
  private boolean isMixed() {
    return shapes.keySet().stream().mapToInt(Shape::channels).distinct().count() > 1;
  }

  private void decode() {
    try {
      IntStream.range(0, folders.names().size()).parallel().forEach(this::load);
    } catch (UncheckedIOException e) {
      throw new DiskException(
          Path.of(files.place()), "reading", Objects.requireNonNull(e.getCause()));
    }
    checkReadable();
  }

  private ImageSet toSet() {
    checkShapes();
    return ImageSet.ofBytes(set, shape, folders.classes(), folders.labels(), bytes)
        .withLoadReport(conversions.toReport());
  }

  private void load(int index) {
    try {
      DecodedImage decoded =
          transform.apply(ImageDecoder.read(files.read(folders.names().get(index))));
      conversions.add(decoded.conversions());
      put(index, decoded.image());
    } catch (UnreadableImageException e) {
      synchronized (this) {
        unreadable.put(index, e.getMessage());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(int index, Image image) {
    if (claim(image.shape())) {
      int count = image.bytes().length;
      System.arraycopy(image.bytes(), 0, bytes, index * count, count);
    }
  }

  /** The first shape that comes is the shape of the set; others are only counted. */
  private synchronized boolean claim(Shape of) {
    if (shape == null) {
      bytes = ImageSet.memory(set, of, folders.names().size()); // may be too much: then no shape
      shape = of;
    }
    shapes.merge(of, 1, Integer::sum);
    return of.equals(shape);
  }

  private void checkReadable() {
    if (!unreadable.isEmpty()) {
      throw new DataException(
          "%s: expected %d images, found %d unreadable. Remove or replace them:%s",
          files.place(),
          folders.names().size(),
          unreadable.size(),
          FaultLines.of(unreadable, folders.names()::get));
    }
  }

  private void checkShapes() {
    if (shapes.size() > 1) {
      throw new DataException(
          "%s: expected images of one shape, found %s. Bring them to one: data.size=32.",
          files.place(), counted());
    }
  }

  private String counted() {
    String common =
        shapes.entrySet().stream()
            .sorted(
                Map.Entry.<Shape, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(each -> each.getKey().toString()))
            .limit(MAX_NAMED)
            .map(each -> each.getKey() + " (" + each.getValue() + ")")
            .collect(Collectors.joining(", "));
    int unnamed = Math.max(0, shapes.size() - MAX_NAMED);
    return unnamed == 0 ? common : common + " and %d other shapes".formatted(unnamed);
  }
}
