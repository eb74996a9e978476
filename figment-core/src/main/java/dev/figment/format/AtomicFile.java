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
import java.util.UUID;

/**
 * Writes a file whole or not at all: into a temporary sibling, flushed to the disk, then renamed. A
 * reader sees the old content or the new one, never a part; a failure leaves the old one as it was.
 * Missing folders are made.
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
    place(
        file,
        temporary -> {
          try (FileChannel channel = FileChannel.open(temporary, CREATE_NEW, WRITE)) {
            content.writeTo(channel);
          }
        });
  }

  /**
   * Writes what the content writes.
   *
   * @throws DiskException if the file cannot be written
   */
  public static void write(Path file, Content content) {
    place(file, temporary -> writeFlushed(temporary, content));
    try {
      Folders.flush(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    } catch (IOException e) {
      throw new DiskException(file, "writing", e);
    }
  }

  /** Fills a file of another name. */
  @FunctionalInterface
  private interface Filling {
    void fill(Path temporary) throws IOException;
  }

  private static void place(Path file, Filling filling) {
    Path target = file.toAbsolutePath();
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      makeFolder(Objects.requireNonNull(target.getParent()));
      filling.fill(temporary);
      Files.move(temporary, target, ATOMIC_MOVE);
    } catch (IOException e) {
      deleteAfter(e, temporary);
      throw new DiskException(file, "writing", e);
    } catch (RuntimeException | Error e) {
      deleteAfter(e, temporary);
      throw e;
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) { // else an attempt to make it would cost more than the file
      Files.createDirectories(folder);
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

  private static void writeFlushed(Path file, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      content.writeTo(channel);
      channel.force(true);
    }
  }
}
