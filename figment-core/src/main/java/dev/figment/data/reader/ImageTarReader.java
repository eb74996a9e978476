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
import java.util.zip.ZipException;

/**
 * The image files in a tar. One that gzip has packed is unpacked, as one nameless temporary file,
 * while it is open, if it stays within {@link PlaceLimits}; no entry is ever written by its name.
 * Names and the number of entries are held to what those of a zip are.
 */
final class ImageTarReader implements ImageFiles {
  private static final long FREE_BYTES = 64L << 20; // of a tar, however well it packs

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
    } catch (EntryNames.Untrusted e) {
      tar.close();
      throw untrusted(file, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      tar.close();
      throw e;
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
          "%s: damaged gzip data (%s). Get the file again.", file, DiskException.reason(e));
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
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        StrictGzipInputStream in = new StrictGzipInputStream(packed)) {
      unpack(in, tar, file, PlaceLimits.unpacked(Files.size(file), FREE_BYTES));
      if (in.hasMore()) {
        throw new ZipException("other bytes follow");
      }
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
        throw untrusted(
            file, "more than %d times its size when unpacked".formatted(PlaceLimits.RATIO));
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
    PlaceLimits.check(place.size());
    return TarEntries.bytes(tar, place.offset(), (int) place.size());
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
