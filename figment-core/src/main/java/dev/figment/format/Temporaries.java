package dev.figment.format;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.figment.DiskException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that become others: {@code .losses.png.<UUID>.tmp}, beside {@code losses.png}. Whoever
 * writes one holds a lock on it, which the system lets go of when its process ends, however it
 * ends: so those that a killed process left are told from those that are being written.
 */
public final class Temporaries {
  private static final Logger LOG = LoggerFactory.getLogger(Temporaries.class);
  private static final Pattern NAME =
      Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

  /**
   * Those of this process. Asked before a file is touched: on POSIX systems, closing any channel of
   * a file lets go of all locks that the process has on it.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private Temporaries() {}

  /** A new name beside a file. */
  static Path of(Path target) {
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  /** Whether a file is one, by its name. */
  public static boolean isOne(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /** One that is being written, until closed. */
  record Held(Path file) implements AutoCloseable {
    @Override
    public void close() {
      OWN.remove(file);
    }
  }

  /** Marks one as being written, for as long as its channel is open. */
  static Held hold(Path file, FileChannel channel) {
    OWN.add(file);
    try {
      channel.tryLock();
    } catch (IOException e) {
      LOG.debug("{}: no locks here, so none can be swept: {}", file, e.toString());
    }
    return new Held(file);
  }

  /**
   * Deletes those in a folder that nobody writes any more; none where there is no such folder.
   *
   * @throws DiskException if the folder cannot be read, or one cannot be deleted
   */
  public static void sweep(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder.toAbsolutePath())) {
      List<Path> all = inside.filter(Temporaries::isOne).toList();
      for (Path each : all) {
        if (Files.isRegularFile(each, NOFOLLOW_LINKS) && !OWN.contains(each)) {
          deleteLeft(each);
        }
      }
    } catch (IOException e) {
      throw new DiskException(folder, "sweeping", e);
    }
  }

  private static void deleteLeft(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE, NOFOLLOW_LINKS)) {
      if (channel.tryLock() != null) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException | OverlappingFileLockException e) {
      LOG.debug("{} is being written", file);
    }
  }
}
