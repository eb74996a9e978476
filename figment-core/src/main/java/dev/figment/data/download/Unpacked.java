package dev.figment.data.download;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.reader.TarHeader;
import dev.figment.format.AtomicFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Files that lie in an archive, {@code .tar.gz} or {@code .zip}: those of these names are taken
 * out, whatever folders they lie in there; the rest stays. The archive's own checksums are compared
 * on the way.
 *
 * @param files where they are to lie, as in {@code letters/images.gz}; in the archive the name
 *     alone counts
 */
public record Unpacked(List<String> files) {
  public Unpacked {
    files = List.copyOf(files);
  }

  /**
   * Takes them out, each whole or not at all, and on the disk: the archive may then go.
   *
   * @throws DataException if the archive is damaged or lacks one
   */
  public void into(Path folder, Path archive) {
    Map<String, Path> missing = new TreeMap<>();
    files.forEach(each -> missing.put(lastName(each), folder.resolve(each)));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
      if (archive.toString().endsWith(".zip")) {
        unzip(new ZipInputStream(in), archive, missing);
      } else {
        untar(new GZIPInputStream(in, 1 << 16), archive, missing);
      }
    } catch (ZipException | EOFException e) {
      throw damaged(archive, e);
    } catch (IOException e) {
      throw new DiskException(archive, "unpacking", e);
    }
    if (!missing.isEmpty()) {
      throw new DataException(
          "%s: expected %s in it, got none of that name.",
          archive, String.join(", ", missing.keySet()));
    }
  }

  private static void unzip(ZipInputStream zip, Path archive, Map<String, Path> missing)
      throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      Path target = missing.remove(lastName(entry.getName()));
      if (target != null) {
        AtomicFile.write(target, channel -> copy(zip, channel, archive));
      }
    }
  }

  private static void untar(InputStream tar, Path archive, Map<String, Path> missing)
      throws IOException {
    for (byte[] block = block(tar); block[0] != 0; block = block(tar)) {
      TarHeader header = header(block, archive);
      boolean isFile = header.kind() == '0' || header.kind() == 0;
      Path target = isFile ? missing.remove(lastName(header.name())) : null;
      Limited content = new Limited(tar, header.size());
      if (target != null) {
        AtomicFile.write(target, channel -> copy(content, channel, archive));
      }
      content.skipRest();
      tar.skipNBytes(-header.size() & TarHeader.LENGTH - 1); // to the next block
    }
    tar.transferTo(OutputStream.nullOutputStream()); // to its checksum
  }

  private static byte[] block(InputStream tar) throws IOException {
    byte[] block = tar.readNBytes(TarHeader.LENGTH);
    if (block.length < TarHeader.LENGTH) {
      throw new EOFException("cut short");
    }
    return block;
  }

  private static TarHeader header(byte[] block, Path archive) {
    try {
      return TarHeader.of(block);
    } catch (IOException e) {
      throw damaged(archive, e);
    }
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static DataException damaged(Path archive, IOException e) {
    return new DataException(
        "%s: damaged: %s. Delete it, and get it anew.",
        archive, Objects.requireNonNullElse(e.getMessage(), "cut short"));
  }

  private static int read(InputStream from, byte[] buffer, Path archive) throws IOException {
    try {
      return from.read(buffer);
    } catch (ZipException | EOFException e) { // not a fault of the disk that is written to
      throw damaged(archive, e);
    }
  }

  private static void copy(InputStream from, FileChannel to, Path archive) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int read = read(from, buffer, archive); read > 0; read = read(from, buffer, archive)) {
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
    }
  }

  /** So many bytes of a stream, and no more. */
  private static final class Limited extends InputStream {
    private final InputStream from;
    private long left;

    Limited(InputStream from, long size) {
      this.from = from;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int start, int most) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = from.read(target, start, (int) Math.min(most, left));
      if (read < 0) {
        throw new EOFException("cut short");
      }
      left -= read;
      return read;
    }

    void skipRest() throws IOException {
      from.skipNBytes(left);
      left = 0;
    }
  }
}
