package dev.figment.data.set;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.reader.IdxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of one known set under the data folder, and what to say when a file is missing. */
record DatasetFolder(KnownSet set, Path folder) {
  static DatasetFolder of(KnownSet set, Path dataDir) {
    return new DatasetFolder(set, dataDir == null ? null : dataDir.resolve(set.name()));
  }

  /**
   * The first of these files that there is.
   *
   * @throws DataException if there is none
   */
  Path require(String... alternatives) {
    return find(alternatives).orElseThrow(() -> missing("no " + String.join(" or ", alternatives)));
  }

  Optional<Path> find(String... alternatives) {
    return folder == null
        ? Optional.empty()
        : Stream.of(alternatives).map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  /** The first file by name that ends so. */
  Optional<Path> findEnding(String ending) {
    if (folder == null || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().findFirst();
    } catch (IOException e) {
      throw new DiskException(folder, "listing", e);
    }
  }

  /** One line that ends every search without success. */
  DataException missing(String found) {
    return new DataException(
        "%s: expected %s in %s, found %s. Get the files from %s and put them there, or name the"
            + " folder that holds %s/ as the data folder or in FIGMENT_DATA. The set glyphs needs"
            + " no download.",
        set.name(),
        set.files(),
        place(),
        isThere() ? found : "no such folder",
        set.page(),
        set.name());
  }

  private Object place() {
    return folder == null ? "a data folder" : folder;
  }

  private boolean isThere() {
    return folder != null && Files.isDirectory(folder);
  }

  /** The images and labels of one split of an IDX set. */
  ImageSet readIdx(Split split, List<String> classes) {
    return IdxReader.set(
        set.name(),
        require(idx(split, "images-idx3")),
        require(idx(split, "labels-idx1")),
        classes);
  }

  boolean hasIdx(Split split) {
    return find(idx(split, "images-idx3")).isPresent()
        && find(idx(split, "labels-idx1")).isPresent();
  }

  private static String[] idx(Split split, String content) {
    String name = "%s-%s-ubyte".formatted(split == Split.TRAIN ? "train" : "t10k", content);
    return new String[] {name + ".gz", name};
  }
}
