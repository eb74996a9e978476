package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.ImageSet;
import dev.figment.data.LoadReport;
import dev.figment.data.Split;
import dev.figment.data.image.Conversion;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The IDX files of one split, by the names that they come with: {@code train-images-idx3-ubyte} and
 * {@code train-labels-idx1-ubyte}, of the test split {@code t10k-…}, compressed ({@code .gz}) or
 * not; as Kaggle names them ({@code train-images.idx3-ubyte}, or in a folder of the same name); as
 * EMNIST does ({@code emnist-letters-test-images-idx3-ubyte.gz}).
 *
 * <p>EMNIST's images are stored with rows for columns, and are turned upright.
 *
 * @param labels null where there are images alone
 */
public record IdxFiles(Path images, @Nullable Path labels) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<family>emnist-\\w+-)?(?<split>train|t10k|test)-(?<what>images|labels)[-.]idx[13]-ubyte"
              + "(?:\\.gz)?");

  /**
   * Those of a folder.
   *
   * @throws DataException if there are those of several sets
   */
  public static Optional<IdxFiles> in(Path folder, Split split) {
    List<Path> here = list(folder).filter(file -> isOf(file, split)).toList();
    List<String> families = here.stream().map(IdxFiles::family).distinct().toList();
    if (families.size() > 1) {
      throw new DataException(
          "%s: expected the IDX files of one set, found those of %d: %s. Put each set into a folder"
              + " of its own.",
          folder,
          families.size(),
          here.stream().map(file -> String.valueOf(file.getFileName())).sorted().toList());
    }
    Optional<Path> images = first(here, "images");
    Optional<Path> labels = first(here, "labels");
    return images.map(file -> new IdxFiles(file, labels.orElse(null)));
  }

  /** Files, and those in folders that are named as files. Compressed ones come first. */
  private static Stream<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> matcher(file).matches())
          .map(file -> Files.isDirectory(file) ? file.resolve(file.getFileName()) : file)
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing((Path file) -> !file.toString().endsWith(".gz")))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new DiskException(folder, "listing", e);
    }
  }

  private static boolean isOf(Path file, Split split) {
    Matcher name = matcher(file);
    return name.matches() && (name.group("split").equals("train") == (split == Split.TRAIN));
  }

  /** As in {@code emnist-letters-}; empty of sets that have none. */
  private static String family(Path file) {
    Matcher name = matcher(file);
    String family = name.matches() ? name.group("family") : null;
    return family == null ? "" : family;
  }

  private static Optional<Path> first(List<Path> files, String what) {
    return files.stream()
        .filter(
            file -> {
              Matcher name = matcher(file);
              return name.matches() && name.group("what").equals(what);
            })
        .findFirst();
  }

  private static Matcher matcher(Path file) {
    return NAME.matcher(String.valueOf(file.getFileName()));
  }

  /** Whether a folder has such files, of whichever split. */
  public static boolean areIn(Path folder) {
    return list(folder).anyMatch(file -> matcher(file).matches());
  }

  /**
   * The set in them.
   *
   * @param classes in the order of the labels
   * @throws DataException if labels are missing, or files are damaged or do not belong together
   */
  public ImageSet read(String name, List<String> classes) {
    ImageSet set = IdxReader.set(name, images, requireLabels(name), classes);
    return family(images).isEmpty() ? set : upright(set);
  }

  private static ImageSet upright(ImageSet set) {
    int height = set.shape().height();
    int width = set.shape().width();
    byte[] bytes = new byte[Math.toIntExact(set.sizeInBytes())];
    byte[] stored = new byte[set.shape().count()];
    for (int i = 0; i < set.size(); i++) {
      set.copyBytes(i, stored, 0);
      for (int j = 0; j < stored.length; j++) {
        bytes[i * stored.length + j % width * height + j / width] = stored[j];
      }
    }
    Shape turned = Shape.image(width, height, set.shape().channels());
    return ImageSet.ofBytes(set.name(), turned, set.classes(), set.labels(), bytes)
        .withLoadReport(LoadReport.ofAll(set.size(), Set.of(Conversion.TURNED)));
  }

  /** How many classes the labels of these files name: their highest, and one for 0. */
  public int classes(String name) {
    byte[] bytes = IdxReader.labels(requireLabels(name)).bytes();
    return 1 + IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xff).max().orElse(0);
  }

  private Path requireLabels(String name) {
    if (labels == null) {
      throw new DataException(
          "%s: expected a file of labels beside %s, found none. Get it from where the images are"
              + " from.",
          name, images);
    }
    return labels;
  }
}
