package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.image.UnreadableImageException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The image files in a tar. One that gzip has packed is unpacked, as one nameless temporary file,
 * while it is open; no entry is ever written by its name. What is held against a zip is held
 * against a tar too.
 */
final class ImageTarReader implements ImageFiles {
  private static final long MAX_ENTRY_BYTES = 256L << 20;
  private static final long FREE_BYTES = 64L << 20;
  private static final int MAX_RATIO = 100;

  private final Path file;
  private final FileChannel tar;
  private final TarEntries entries;
  private final Listing listing;

  private ImageTarReader(Path file, FileChannel tar) throws IOException, EntryNames.Untrusted {
    this.file = file;
    this.tar = tar;
    this.entries = TarEntries.of(tar);
    this.listing = Listing.of(entries.files().keySet());
  }

  /**
   * @throws DataException if it is damaged, or not one to trust
   */
  static ImageTarReader open(Path file) {
    try {
      return open(file, FileChannel.open(file));
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  private static ImageTarReader open(Path file, FileChannel tar) throws IOException {
    try {
      return new ImageTarReader(file, tar);
    } catch (EntryNames.Untrusted | IOException e) {
      tar.close();
      throw untrusted(file, String.valueOf(e.getMessage()));
    }
  }

  private static DataException untrusted(Path file, String found) {
    return new DataException(
        "%s: expected a tar of class folders, found %s. This tar is not to be trusted: get it"
            + " again, or pack its images anew.",
        file, found);
  }

  /** As {@link #open}, of a tar that gzip has packed. */
  static ImageTarReader openPacked(Path file) {
    try {
      return open(file, unpacked(file));
    } catch (ZipException | EOFException e) {
      throw new DataException(
          "%s: damaged gzip data (%s). Get the file again.", file, e.getMessage());
    } catch (IOException e) {
      throw new DiskException(file, "unpacking", e);
    }
  }

  private static FileChannel unpacked(Path file) throws IOException {
    Path temporary = Files.createTempFile("figment-", ".tar");
    FileChannel tar =
        FileChannel.open(
            temporary,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), 1 << 16)) {
      unpack(in, tar, file, FREE_BYTES + MAX_RATIO * Files.size(file));
      return tar;
    } catch (IOException | RuntimeException e) {
      tar.close();
      throw e;
    }
  }

  private static void unpack(InputStream in, FileChannel tar, Path file, long most)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (tar.position() + read > most) {
        throw untrusted(file, "more than %d times its size when unpacked".formatted(MAX_RATIO));
      }
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
      while (bytes.hasRemaining()) {
        tar.write(bytes);
      }
    }
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public List<String> names() {
    return listing.images();
  }

  @Override
  public Map<String, Integer> leftOut() {
    Map<String, Integer> all = new TreeMap<>(listing.leftOut());
    all.putAll(entries.leftOut());
    return all;
  }

  @Override
  public boolean has(String name) {
    return entries.files().containsKey(name);
  }

  @Override
  public byte[] read(String name) throws IOException, UnreadableImageException {
    TarEntries.Place place = Objects.requireNonNull(entries.files().get(name), name);
    if (place.size() > MAX_ENTRY_BYTES) {
      throw new UnreadableImageException("of %d bytes, too many", place.size());
    }
    return TarEntries.bytes(tar, place.offset(), (int) place.size());
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
