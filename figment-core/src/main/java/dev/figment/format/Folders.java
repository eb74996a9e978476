package dev.figment.format;

import dev.figment.DiskException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Folders that hold what must not be lost: flushed names, and no trace of those thrown away. */
public final class Folders {
  private Folders() {}

  /** Makes a folder with those above it, each name flushed; what is there already stays. */
  public static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      make(parent);
    }
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) { // else another was faster
        throw e;
      }
    }
    if (parent != null) {
      flush(parent);
    }
  }

  /** Flushes a folder's names to disk, where the system has folders that can be opened. */
  public static void flush(Path folder) throws IOException {
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Deletes a folder with all that is in it.
   *
   * @throws DiskException if something in it cannot be deleted
   */
  public static void deleteIfExists(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new DiskException(folder, "deleting", e);
    }
  }
}
