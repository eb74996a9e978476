package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.Split;
import dev.figment.data.image.ImageDecoder;
import dev.figment.data.image.UnreadableImageException;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is in a folder or archive of images of any size, before it is a set.
 *
 * @param examples of the train split
 * @param classes by name; none where nothing is labeled
 * @param shapes of some images, taken evenly
 * @param hasTest whether there is a test split beside it
 */
public record ImageSurvey(int examples, List<String> classes, List<Shape> shapes, boolean hasTest) {
  private static final int MOST = 500;

  /**
   * Looks at up to 500 images.
   *
   * @throws DataException if there is nothing at the path, or none of them can be read
   */
  public static ImageSurvey of(Path path) {
    try (ImageFiles files = ImagePlaces.open(path)) {
      boolean hasTest = SplitFolder.isSplit(files);
      ImageFiles train = hasTest ? SplitFolder.of(files, Split.TRAIN) : files;
      ClassFolders folders = train.folders();
      List<Shape> shapes = shapes(train, folders.names());
      if (shapes.isEmpty()) {
        throw new DataException(
            "%s: expected images, found %d files of which none can be read.",
            path, folders.names().size());
      }
      return new ImageSurvey(folders.names().size(), folders.classes(), shapes, hasTest);
    } catch (IOException e) {
      throw new DiskException(path, "reading", e);
    } catch (UncheckedIOException e) {
      throw new DiskException(path, "reading", Objects.requireNonNull(e.getCause()));
    }
  }

  private static List<Shape> shapes(ImageFiles files, List<String> names) {
    int looked = Math.min(MOST, names.size());
    return IntStream.range(0, looked)
        .parallel()
        .mapToObj(i -> names.get((int) ((long) i * names.size() / looked)))
        .flatMap(name -> shape(files, name))
        .toList();
  }

  private static Stream<Shape> shape(ImageFiles files, String name) {
    try {
      return Stream.of(ImageDecoder.decode(files.read(name)).shape());
    } catch (UnreadableImageException e) {
      return Stream.empty(); // said with all others where the set is read
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The size of all of them, where they have one; with one channel where all are gray. */
  public Optional<Shape> common() {
    Shape first = shapes.get(0);
    boolean same =
        shapes.stream()
            .allMatch(each -> each.height() == first.height() && each.width() == first.width());
    return same
        ? Optional.of(Shape.image(first.height(), first.width(), channels()))
        : Optional.empty();
  }

  /** 1 where all are gray; else 3. */
  public int channels() {
    return shapes.stream().mapToInt(Shape::channels).max().orElseThrow();
  }

  /** Of the middle one: half are wider for their height. */
  public double aspectRatio() {
    double[] sorted =
        shapes.stream()
            .mapToDouble(each -> (double) each.width() / each.height())
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }

  /** The longer side of the middle one: half have a longer one. */
  public int longSide() {
    int[] sorted =
        shapes.stream().mapToInt(each -> Math.max(each.height(), each.width())).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
