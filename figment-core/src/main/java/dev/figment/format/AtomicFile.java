package dev.figment.format;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.figment.DiskException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes a file whole or not at all: into a temporary sibling, flushed to the disk, then renamed. A
 * reader sees the old content or the new one, never a part; a failure leaves the old one as it was.
 * Missing folders are made. What a process that was killed leaves of its own is for {@link
 * Temporaries#sweep}.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** What is to be written, given the channel to write it to. */
  @FunctionalInterface
  public interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * Writes text as UTF-8.
   *
   * @throws DiskException if the file cannot be written
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes.
   *
   * @throws DiskException if the file cannot be written
   */
  public static void write(Path file, byte[] bytes) {
    write(file, channel -> writeFully(channel, ByteBuffer.wrap(bytes)));
  }

  /**
   * Writes bytes that can be made again: whole or not at all to whoever reads, whatever ends this
   * process, but not flushed. Where the power fails, files of the last seconds may be cut short.
   * For many at once: a flush of each would take most of the time.
   *
   * @throws DiskException if the file cannot be written
   */
  public static void writeUnflushed(Path file, byte[] bytes) {
    writeUnflushed(file, channel -> writeFully(channel, ByteBuffer.wrap(bytes)));
  }

  /** As {@link #writeUnflushed(Path, byte[])}, of what the content writes. */
  public static void writeUnflushed(Path file, Content content) {
    place(file, content);
  }

  /**
   * Writes what the content writes.
   *
   * @throws DiskException if the file cannot be written
   */
  public static void write(Path file, Content content) {
    place(
        file,
        channel -> {
          content.writeTo(channel);
          channel.force(true);
        });
    try {
      Folders.flush(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    } catch (IOException e) {
      throw new DiskException(file, "writing", e);
    }
  }

  private static void place(Path file, Content content) {
    Path target = file.toAbsolutePath();
    Path temporary = Temporaries.of(target);
    try {
      Folders.make(Objects.requireNonNull(target.getParent()));
      fill(temporary, content, target);
    } catch (IOException e) {
      deleteAfter(e, temporary);
      throw new DiskException(file, "writing", e);
    } catch (RuntimeException | Error e) {
      deleteAfter(e, temporary);
      throw e;
    }
  }

  /** It gets its name while it is held: no sweep takes it before. */
  private static void fill(Path temporary, Content content, Path target) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, CREATE_NEW, WRITE);
        Temporaries.Held held = Temporaries.hold(temporary, channel)) {
      content.writeTo(channel);
      Files.move(temporary, target, ATOMIC_MOVE);
    }
  }

  private static void deleteAfter(Throwable failure, Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Writes the whole of a buffer; a channel may take it in parts. */
  static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
