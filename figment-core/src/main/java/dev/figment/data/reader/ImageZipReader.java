package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.image.UnreadableImageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The image files in a zip. Nothing is ever unpacked to disk; still, a zip whose entries name
 * places outside of it, come twice or unpack to far more than they take is refused as a whole,
 * before any of them is read.
 */
final class ImageZipReader implements ImageFiles {
  private static final int MAX_ENTRIES = 2_000_000;
  private static final long MAX_ENTRY_BYTES = 256L << 20;
  private static final long MAX_TOTAL_BYTES = 64L << 30;
  private static final int MAX_RATIO = 100;
  private static final long RATIO_CHECKED_FROM = 1L << 20;

  private final Path file;
  private final ZipFile zip;
  private final List<String> names;

  private ImageZipReader(Path file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    checkEntries();
    checkTotals();
    this.names = zip.stream().map(ZipEntry::getName).filter(ImageFiles::isImage).sorted().toList();
  }

  /**
   * @throws DataException if it is not a zip, or not one to trust
   */
  static ImageZipReader open(Path file) {
    try {
      return open(file, new ZipFile(file.toFile()));
    } catch (ZipException e) {
      throw new DataException(
          "%s: expected a zip file, found none (%s). Get the file again.", file, e.getMessage());
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  private static ImageZipReader open(Path file, ZipFile zip) throws IOException {
    try {
      return new ImageZipReader(file, zip);
    } catch (DataException | IOException e) {
      zip.close();
      throw e;
    }
  }

  private void checkTotals() throws IOException {
    require(zip.size() <= MAX_ENTRIES, "more than %d entries", MAX_ENTRIES);
    long unpacked = zip.stream().mapToLong(ZipEntry::getSize).sum();
    require(unpacked <= MAX_TOTAL_BYTES, "%d bytes when unpacked", unpacked);
    long packed = zip.stream().mapToLong(ZipEntry::getCompressedSize).sum();
    require(packed <= Files.size(file), "entries that overlap");
  }

  private void checkEntries() {
    Set<String> seen = new HashSet<>();
    zip.stream()
        .forEach(
            entry -> {
              checkName(entry.getName());
              checkSize(entry);
              require(seen.add(entry.getName()), "entry %s twice", entry.getName());
            });
  }

  private void checkName(String name) {
    boolean leavesTheZip =
        name.startsWith("/")
            || name.contains("\\")
            || name.indexOf('\0') >= 0
            || name.matches("(?s)[A-Za-z]:.*")
            || List.of(name.split("/", -1)).contains("..");
    require(!leavesTheZip, "entry name %s", name.replace('\0', '?'));
  }

  private void checkSize(ZipEntry entry) {
    long size = entry.getSize();
    require(size >= 0 && size <= MAX_ENTRY_BYTES, "%d bytes in entry %s", size, entry.getName());
    require(
        size <= RATIO_CHECKED_FROM || size / MAX_RATIO <= entry.getCompressedSize(),
        "entry %s, which unpacks to more than %d times its size",
        entry.getName(),
        MAX_RATIO);
  }

  private void require(boolean holds, String found, @Nullable Object... arguments) {
    if (!holds) {
      throw new DataException(
          "%s: expected a zip of class folders, found %s. This zip is not to be trusted: get it"
              + " again, or pack its images anew.",
          file, found.formatted(arguments));
    }
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public String version() throws IOException {
    return Files.size(file) + " bytes of " + Files.getLastModifiedTime(file).toMillis();
  }

  /** As the zip's directory has it: nothing is unpacked. */
  @Override
  public String version(String name) {
    ZipEntry entry = zip.getEntry(name);
    return entry.getSize() + " bytes, CRC-32 " + entry.getCrc();
  }

  /** No more than the entry declares, and no less. */
  @Override
  public byte[] read(String name) throws IOException, UnreadableImageException {
    ZipEntry entry = zip.getEntry(name);
    try (InputStream stream = zip.getInputStream(entry)) {
      byte[] bytes = stream.readNBytes(Math.toIntExact(entry.getSize()));
      if (bytes.length < entry.getSize() || stream.read() >= 0) {
        throw new UnreadableImageException("not the %d bytes it declares", entry.getSize());
      }
      return bytes;
    } catch (ZipException e) {
      throw new UnreadableImageException("damaged in the zip (%s)", e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
