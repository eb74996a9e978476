package dev.figment.format;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of text that grows by lines. A symbolic link in its place is refused, since it could lead
 * to any file of whoever trains.
 */
public record GrowingFile(Path path) {
  /**
   * Refuses a symbolic link.
   *
   * @throws IOException if the file is one
   */
  public static void requireNoLink(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new IOException("expected a file of its own, got a symbolic link. Delete it");
    }
  }

  /**
   * Adds a line at the end. Where a line before it was cut short, this one begins below it. Where
   * the disk does not take all of it, nothing is added.
   *
   * @param line without its end
   */
  public void append(String line) throws IOException {
    requireNoLink(path);
    try (FileChannel channel = FileChannel.open(path, CREATE, APPEND, NOFOLLOW_LINKS)) {
      long before = channel.size();
      String whole = (endsWithinLine(before) ? "\n" : "") + line + "\n";
      try {
        AtomicFile.writeFully(channel, ByteBuffer.wrap(whole.getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        cutBack(channel, before, e);
        throw e;
      }
    }
  }

  private boolean endsWithinLine(long size) throws IOException {
    if (size == 0) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(path, READ, NOFOLLOW_LINKS)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.read(last, size - 1) == 1 && last.get(0) != '\n';
    }
  }

  private static void cutBack(FileChannel channel, long size, IOException failure) {
    try {
      channel.truncate(size);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Flushes what was added to the disk, and the file's name; nothing where there is no file. */
  public void flush() throws IOException {
    if (Files.exists(path)) {
      try (FileChannel channel = FileChannel.open(path, WRITE, NOFOLLOW_LINKS)) {
        channel.force(true);
      }
      Folders.flush(Objects.requireNonNull(path.toAbsolutePath().getParent()));
    }
  }
}
