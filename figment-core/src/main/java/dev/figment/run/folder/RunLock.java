package dev.figment.run.folder;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.figment.DiskException;
import dev.figment.ExitCode;
import dev.figment.FigmentException;
import dev.figment.format.GrowingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Only one process trains in a run folder; the lock goes with its process. */
public final class RunLock implements AutoCloseable {
  /**
   * Folders locked by this process. Asked before the file is touched: on POSIX systems, closing any
   * channel of a file lets go of all locks that the process has on it.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  /** The name of its file. */
  static final String FILE = "lock";

  private final Path folder;
  private final FileChannel channel;

  private RunLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws FigmentException with exit code 4 if another process holds it
   */
  public static RunLock take(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      Path real = folder.toRealPath();
      if (!OWN.add(real)) {
        throw held(folder, String.valueOf(ProcessHandle.current().pid()));
      }
      return take(folder, real, file);
    } catch (IOException e) {
      throw new DiskException(file, "locking", e);
    }
  }

  private static RunLock take(Path folder, Path real, Path file) throws IOException {
    FileChannel channel = null;
    try {
      GrowingFile.requireNoLink(file); // what it leads to would be emptied
      channel = FileChannel.open(file, CREATE, WRITE, NOFOLLOW_LINKS);
      if (channel.tryLock() == null) {
        throw held(folder, Files.readString(file).strip());
      }
      channel.truncate(0);
      String owner = ProcessHandle.current().pid() + "\n";
      channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
      return new RunLock(real, channel);
    } catch (IOException | RuntimeException | Error e) {
      OWN.remove(real);
      if (channel != null) {
        channel.close();
      }
      throw e;
    }
  }

  private static FigmentException held(Path folder, String owner) {
    return new FigmentException(
        ExitCode.LOCKED,
        "%s: process %s trains in this run. Wait for it, or stop it.".formatted(folder, owner));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("unlocking", e);
    } finally {
      OWN.remove(folder);
    }
  }
}
