package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.image.DecodedImage;
import dev.figment.data.image.Fit;
import dev.figment.data.image.Image;
import dev.figment.data.image.ImageDecoder;
import dev.figment.data.image.ImageTransform;
import dev.figment.data.image.UnreadableImageException;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Image files that somebody names, for a model that takes one form of them. All are tried: those
 * that are no images, or of another shape, are then named together.
 */
public final class ImageListReader {
  private final List<Path> files;
  private final ExampleForm wanted;
  private final ImageTransform transform;
  private final byte[] bytes;
  private final ConversionCounts conversions = new ConversionCounts();
  private final Map<Integer, String> unreadable = new ConcurrentSkipListMap<>();
  private final Map<Integer, Shape> unfit = new ConcurrentSkipListMap<>();

  private ImageListReader(List<Path> files, ExampleForm wanted, @Nullable Fit resize) {
    this.files = files;
    this.wanted = wanted;
    this.transform =
        resize == null ? ImageTransform.IDENTITY : ImageTransform.to(wanted.shape(), resize);
    this.bytes = ImageSet.memory("images", wanted.shape(), files.size());
  }

  /**
   * Files as they are; of folders the image files under them, sorted.
   *
   * @throws DataException if there are none in a folder
   */
  public static List<Path> list(List<Path> paths) {
    return paths.stream().flatMap(ImageListReader::files).toList();
  }

  private static Stream<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return Stream.of(path);
    }
    ImageFolderReader folder = ImageFolderReader.open(path);
    if (folder.names().isEmpty()) {
      throw new DataException(
          "%s: expected images (%s) in this folder, found none", path, Listing.endings());
    }
    return folder.names().stream().map(folder::path);
  }

  /**
   * Decodes files, in their order.
   *
   * @param wanted an image's shape, and the classes that folders may be named after
   * @param resize how images of another size or color are brought to that shape; null to refuse
   *     them
   * @throws DataException if files are missing or no images
   * @throws UsageException if they are of another shape, or the wanted one is no image's
   */
  public static ImageSet read(List<Path> files, ExampleForm wanted, @Nullable Fit resize) {
    Shape shape = wanted.shape();
    UsageException.require(
        shape.isImage(), "images: the model takes examples of %s, which are no images", shape);
    UsageException.require(!files.isEmpty(), "images: expected at least one file, got none");
    return new ImageListReader(files, wanted, resize).read();
  }

  private ImageSet read() {
    IntStream.range(0, files.size()).parallel().forEach(this::read);
    checkReadable();
    checkFit();
    int[] labels = files.stream().mapToInt(this::label).toArray();
    boolean known = IntStream.of(labels).allMatch(label -> label >= 0);
    ImageSet set =
        known
            ? ImageSet.ofBytes("images", wanted.shape(), wanted.classes(), labels, bytes)
            : ImageSet.ofBytes("images", wanted.shape(), List.of(), new int[files.size()], bytes);
    return set.withLoadReport(conversions.toReport());
  }

  private void read(int index) {
    try {
      DecodedImage decoded = transform.apply(ImageDecoder.read(PlaceLimits.read(files.get(index))));
      conversions.add(decoded.conversions());
      Image image = decoded.image();
      if (image.shape().equals(wanted.shape())) {
        int count = image.bytes().length;
        System.arraycopy(image.bytes(), 0, bytes, index * count, count);
      } else {
        unfit.put(index, image.shape());
      }
    } catch (UnreadableImageException e) {
      unreadable.put(index, e.getMessage());
    } catch (IOException e) {
      unreadable.put(index, DiskException.reason(e));
    }
  }

  /** The number of the class that the file's folder is named after; -1 where it is none. */
  private int label(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path name = folder == null ? null : folder.getFileName();
    return name == null ? -1 : wanted.classes().indexOf(name.toString());
  }

  private void checkReadable() {
    if (!unreadable.isEmpty()) {
      throw new DataException(
          "images: expected %d images, found %d unreadable:%s",
          files.size(), unreadable.size(), named(unreadable));
    }
  }

  private void checkFit() {
    UsageException.require(
        unfit.isEmpty(),
        "images: expected images of %s, as the model takes, got others. Have them resized to that"
            + " size and color:%s",
        wanted.shape(),
        named(unfit));
  }

  private String named(Map<Integer, ?> faults) {
    return FaultLines.of(faults, files::get);
  }
}
