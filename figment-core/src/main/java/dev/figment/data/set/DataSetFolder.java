package dev.figment.data.set;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.DataCard;
import dev.figment.data.download.RemoteSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a data set reads its files from, and what to say when one is missing.
 *
 * @param card of the set; it says which files are expected and where they are to be had
 * @param folder the set's own folder; null where no data folder is given
 */
public record DataSetFolder(DataCard card, @Nullable Path folder) {
  /**
   * The first of these files that there is.
   *
   * @param alternatives names, or paths within the folder
   * @throws DataException if there is none of them
   */
  public Path require(String... alternatives) {
    return find(alternatives).orElseThrow(() -> missing("no " + String.join(" or ", alternatives)));
  }

  /** The first of these files that there is, or none. */
  public Optional<Path> find(String... alternatives) {
    return folder == null
        ? Optional.empty()
        : Stream.of(alternatives).map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  /**
   * The file whose name ends so; of several, the first in the order of their names.
   *
   * @throws DiskException if the folder cannot be listed
   */
  public Optional<Path> findEnding(String ending) {
    if (folder == null || !isThere()) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().findFirst();
    } catch (IOException e) {
      throw new DiskException(folder, "listing", e);
    }
  }

  /**
   * The error of a set whose files are not here; it says where to get them and where to put them.
   *
   * @param found what there is instead, where the folder is there at all
   */
  public DataException missing(String found) {
    return new DataException(
        "%s: expected %s in %s, found %s. %s from %s and put them there, or name the folder that"
            + " holds %s/ as the data folder or in FIGMENT_DATA. The set glyphs needs no download.",
        card.name(),
        card.files(),
        folder == null ? "a data folder" : folder,
        isThere() ? found : "no such folder",
        RemoteSet.names().contains(card.name())
            ? "Get them by figment data get %s, or get the files".formatted(card.name())
            : "Get the files",
        card.page(),
        card.name());
  }

  private boolean isThere() {
    return folder != null && Files.isDirectory(folder);
  }
}
