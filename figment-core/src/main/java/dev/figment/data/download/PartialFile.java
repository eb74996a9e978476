package dev.figment.data.download;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.format.Folders;
import dev.figment.format.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a file so far, {@code .NAME.part} beside its place; one process at a time has it
 * open.
 */
final class PartialFile implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final RemoteFile file;
  private @Nullable FileChannel channel;
  private long length;

  /** It is not the file that it should be. */
  static final class OtherContents extends IOException {
    OtherContents(String got) {
      super(got);
    }
  }

  PartialFile(Path target, RemoteFile file) {
    this.target = target;
    this.part = target.resolveSibling("." + target.getFileName() + ".part");
    this.file = file;
  }

  /** Whether the whole file is in its place. */
  boolean isPlaced() {
    try {
      return Files.isRegularFile(target)
          && Files.size(target) == file.size()
          && Sha256.of(target).equals(file.sha256());
    } catch (IOException e) {
      throw new DiskException(target, "reading", e);
    }
  }

  void open() {
    try {
      Files.createDirectories(Objects.requireNonNull(target.toAbsolutePath().getParent()));
      FileChannel opened =
          FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock(opened);
      channel = opened;
      truncate(Math.min(opened.size(), file.size()));
    } catch (IOException e) {
      throw new DiskException(part, "opening", e);
    }
  }

  private void lock(FileChannel opened) throws IOException {
    try {
      if (!isLocked(opened)) {
        throw new DataException("%s: another process fetches it. Wait for it, or stop it.", target);
      }
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** How much there is. */
  long length() {
    return length;
  }

  void clear() {
    truncate(0);
  }

  /** Keeps so many bytes, and goes on behind them. */
  void truncate(long bytes) {
    try {
      open(channel).truncate(bytes).position(bytes);
      length = bytes;
    } catch (IOException e) {
      throw new DiskException(part, "cutting", e);
    }
  }

  /**
   * Adds bytes.
   *
   * @throws OtherContents if they are more than the file has
   */
  void append(ByteBuffer bytes) throws OtherContents {
    if (length + bytes.remaining() > file.size()) {
      throw new OtherContents("more than %d bytes".formatted(file.size()));
    }
    try {
      while (bytes.hasRemaining()) {
        length += open(channel).write(bytes);
      }
    } catch (IOException e) {
      throw new DiskException(part, "writing", e);
    }
  }

  /**
   * Compares what came with what was to come.
   *
   * @throws OtherContents if it is something else
   */
  void check() throws OtherContents {
    try {
      open(channel).force(true);
      String got = Sha256.of(part);
      if (!got.equals(file.sha256())) {
        throw new OtherContents("other contents: SHA-256 %s, not %s".formatted(got, file.sha256()));
      }
    } catch (OtherContents e) {
      throw e;
    } catch (IOException e) {
      throw new DiskException(part, "reading", e);
    }
  }

  /** Gives it its name, while it is held: nobody else goes on with it before. */
  void place() {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      close();
      Folders.flush(Objects.requireNonNull(target.toAbsolutePath().getParent()));
    } catch (IOException e) {
      throw new DiskException(target, "moving into place", e);
    }
  }

  private static FileChannel open(@Nullable FileChannel channel) {
    return Objects.requireNonNull(channel, "not open");
  }

  /** Lets others have it; nothing is left of one in which nothing came. */
  @Override
  public void close() {
    try {
      if (channel != null) {
        if (length == 0) {
          Files.deleteIfExists(part);
        }
        channel.close();
        channel = null;
      }
    } catch (IOException e) {
      throw new DiskException(part, "closing", e);
    }
  }
}
