package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.image.ImageDecoder;
import dev.figment.data.image.UnreadableImageException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The image files in a zip. Nothing is ever unpacked to disk; still, a zip whose entries name
 * places outside of it, come twice, share their bytes or unpack to far more than they take is
 * refused as a whole, before any of them is read. Names may be in UTF-8 or, as older programs for
 * Windows and DOS wrote them, in code page 437.
 */
final class ImageZipReader implements ImageFiles {
  private static final long FREE_BYTES = 1L << 20; // of an entry, however well it packs
  private static final int HEADER = 64; // of an image, up to its size

  private final Path file;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final Listing listing;

  private ImageZipReader(Path file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    readEntries();
    this.listing = Listing.of(entries.keySet());
    Predicate<String> isLabels = LabelFile.of(listing.images());
    for (String name : entries.keySet()) {
      if (Listing.isImage(name) || isLabels.test(name)) {
        checkSize(name, entry(name));
      }
    }
    checkTotals();
  }

  /**
   * @throws DataException if it is not a zip, or not one to trust
   */
  static ImageZipReader open(Path file) {
    try {
      return open(file, zip(file));
    } catch (ZipException | EOFException e) {
      throw new DataException(
          "%s: expected a zip file, found none (%s). Get the file again.",
          file, DiskException.reason(e));
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      if (String.valueOf(e.getMessage()).contains("bad entry name")) { // it is no UTF-8
        return new ZipFile(file.toFile(), codePage437());
      }
      throw e;
    }
  }

  private static Charset codePage437() {
    return Charset.isSupported("IBM437")
        ? Charset.forName("IBM437")
        : StandardCharsets.ISO_8859_1; // a small Java; letters may then be others
  }

  private static ImageZipReader open(Path file, ZipFile zip) throws IOException {
    try {
      return new ImageZipReader(file, zip);
    } catch (DataException | IOException e) {
      zip.close();
      throw e;
    }
  }

  private void readEntries() {
    EntryNames names = new EntryNames();
    zip.stream()
        .forEach(
            entry -> {
              try {
                String path = names.path(entry.getName());
                if (!entry.isDirectory() && !path.endsWith("/")) {
                  entries.put(path, entry);
                }
              } catch (EntryNames.Untrusted e) {
                throw untrusted(String.valueOf(e.getMessage()));
              }
            });
  }

  private void checkTotals() throws IOException {
    require(zip.size() <= PlaceLimits.ENTRIES, "more than %d entries", PlaceLimits.ENTRIES);
    long unpacked = listing.images().stream().mapToLong(name -> entry(name).getSize()).sum();
    require(unpacked <= PlaceLimits.TOTAL_BYTES, "%d bytes when unpacked", unpacked);
    long packed = zip.stream().mapToLong(ZipEntry::getCompressedSize).sum();
    require(packed <= Files.size(file), "entries that overlap");
  }

  /** Flat pictures that are stored plain pack very well; what else does is a bomb. */
  private void checkSize(String name, ZipEntry entry) throws IOException {
    long size = entry.getSize();
    require(size >= 0, "no size of entry %s", name);
    require(
        size <= PlaceLimits.unpacked(entry.getCompressedSize(), FREE_BYTES)
            || ImageDecoder.mayPackWell(start(entry), size),
        "entry %s, which unpacks to more than %d times its size",
        name,
        PlaceLimits.RATIO);
  }

  private byte[] start(ZipEntry entry) throws IOException {
    try (InputStream stream = zip.getInputStream(entry)) {
      return stream.readNBytes(HEADER);
    } catch (ZipException | EOFException e) {
      return new byte[0]; // damaged: no image
    }
  }

  private void require(boolean holds, String found, @Nullable Object... arguments) {
    if (!holds) {
      throw untrusted(found.formatted(arguments));
    }
  }

  private DataException untrusted(String found) {
    return new DataException(
        "%s: expected a zip of class folders, found %s. This zip is not to be trusted: get it"
            + " again, or pack its images anew.",
        file, found);
  }

  private ZipEntry entry(String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  @Override
  public List<String> names() {
    return listing.images();
  }

  @Override
  public Map<String, Integer> leftOut() {
    return listing.leftOut();
  }

  @Override
  public String version() throws IOException {
    return Files.size(file) + " bytes of " + Files.getLastModifiedTime(file).toMillis();
  }

  /** As the zip's directory has it: nothing is unpacked. */
  @Override
  public String version(String name) {
    return entry(name).getSize() + " bytes, CRC-32 " + entry(name).getCrc();
  }

  /** As the zip's directory has it, with which {@link #read} compares what there is. */
  @Override
  public long checksum(String name) {
    return entry(name).getCrc();
  }

  /** No more than the entry declares, and no less, and no other bytes. */
  @Override
  public byte[] read(String name) throws IOException, UnreadableImageException {
    ZipEntry entry = entry(name);
    PlaceLimits.check(entry.getSize());
    try (InputStream stream = zip.getInputStream(entry)) {
      byte[] bytes = stream.readNBytes(Math.toIntExact(entry.getSize()));
      if (bytes.length < entry.getSize() || stream.read() >= 0) {
        throw new UnreadableImageException("not the %d bytes it declares", entry.getSize());
      }
      CRC32 sum = new CRC32();
      sum.update(bytes);
      if (sum.getValue() != entry.getCrc()) {
        throw new UnreadableImageException("damaged in the zip (its CRC-32 is another)");
      }
      return bytes;
    } catch (ZipException | EOFException e) {
      throw new UnreadableImageException("damaged in the zip (%s)", DiskException.reason(e));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
