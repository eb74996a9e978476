package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.image.ImageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Opens a folder, a zip, a tar, a tar that gzip has packed, or one image: which of them a file is,
 * its first bytes say.
 */
final class ImagePlaces {
  private static final Map<String, byte[]> OTHER_ARCHIVES =
      Map.of(
          "a bzip2 archive", new byte[] {'B', 'Z', 'h'},
          "an xz archive", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z'},
          "a Zstandard archive", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd},
          "a 7-Zip archive", new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf},
          "a RAR archive", new byte[] {'R', 'a', 'r', '!'});

  private ImagePlaces() {}

  /**
   * @throws DataException if there is nothing there, or nothing that holds images
   */
  static ImageFiles open(Path path) {
    if (Files.isDirectory(path)) {
      return ImageFolderReader.open(path);
    }
    if (Files.isRegularFile(path)) {
      return openFile(path);
    }
    throw new DataException(
        "%s: expected a folder, an archive or an image, found nothing there. Check the path;"
            + " the sets that Figment knows are given without a /, as in glyphs.",
        path);
  }

  private static ImageFiles openFile(Path file) {
    byte[] start = start(file);
    if (begins(start, (byte) 0x1f, (byte) 0x8b)) {
      return ImageTarReader.openPacked(file);
    }
    if (TarHeader.isOne(start)) {
      return ImageTarReader.open(file);
    }
    if (ImageFormat.of(start).isPresent()) {
      return new SingleImage(file);
    }
    requireNoOther(file, start);
    return ImageZipReader.open(file);
  }

  private static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(TarHeader.LENGTH);
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  private static void requireNoOther(Path file, byte[] start) {
    OTHER_ARCHIVES.forEach(
        (name, signature) -> {
          if (begins(start, signature)) {
            throw new DataException(
                "%s: expected a zip, a .tar or a .tar.gz of images, found %s. Unpack it, and give"
                    + " the folder.",
                file, name);
          }
        });
  }

  private static boolean begins(byte[] file, byte... signature) {
    int length = signature.length;
    return file.length >= length && Arrays.equals(file, 0, length, signature, 0, length);
  }
}
