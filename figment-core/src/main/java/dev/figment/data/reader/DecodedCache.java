package dev.figment.data.reader;

import dev.figment.DiskException;
import dev.figment.data.ImageSet;
import dev.figment.data.image.ImageTransform;
import dev.figment.format.CacheFolder;
import dev.figment.format.Sha256;
import dev.figment.format.Temporaries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The images of zips as they were decoded, so that they are decoded once: a {@link DecodedFile} for
 * each choice of images and form. A file is named by a SHA-256 of what its images depend on: the
 * zip's length and date, the name, length and CRC-32 of each entry, and the transform. What is
 * damaged is decoded anew, with a warning; what cannot be kept is not, with a warning too.
 *
 * @param folder where the files are; null to keep none
 * @param most bytes in all: the files unused for longest are deleted
 * @param least bytes of a set that is worth keeping
 */
record DecodedCache(@Nullable Path folder, long most, long least) {
  private static final Logger LOG = LoggerFactory.getLogger(DecodedCache.class);
  private static final String ENDING = ".images";

  /** To be raised where the same file is decoded to other bytes than before. */
  private static final int DECODER = 2;

  /** As the environment has it: {@code FIGMENT_CACHE}, or else ~/.cache/figment/decoded. */
  static DecodedCache usual() {
    return new DecodedCache(CacheFolder.of("decoded"), 4L << 30, 4L << 20);
  }

  /** All images of the folders: as they were kept, or else decoded and kept. */
  ImageSet load(String set, ImageFiles files, ClassFolders folders, ImageTransform transform)
      throws IOException {
    String key = folder == null ? null : key(files, folders.names(), transform);
    if (folder == null || key == null) {
      return ImageLoading.load(set, files, folders, transform);
    }
    Path file = folder.resolve(key + ENDING);
    DecodedFile kept = kept(file, folders.names().size());
    if (kept != null) {
      return kept.toSet(set, folders.classes(), folders.labels());
    }
    ImageSet decoded = ImageLoading.load(set, files, folders, transform);
    keep(decoded, file);
    return decoded;
  }

  private static @Nullable String key(
      ImageFiles files, List<String> names, ImageTransform transform) throws IOException {
    String version = files.version();
    if (version == null) {
      return null;
    }
    MessageDigest digest = Sha256.digest();
    update(digest, "decoder %d, %s, %s".formatted(DECODER, transform, version));
    for (String name : names) {
      update(digest, name);
      update(digest, files.version(name));
    }
    return Sha256.hex(digest);
  }

  private static void update(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static @Nullable DecodedFile kept(Path file, int examples) {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try {
      DecodedFile kept = DecodedFile.read(file);
      if (kept.examples() != examples) {
        throw new IOException("damaged: it holds %d images".formatted(kept.examples()));
      }
      touch(file);
      return kept;
    } catch (IOException e) {
      LOG.warn("{}: kept images are read anew from their source ({})", file, e.getMessage());
      return null;
    }
  }

  /** The date says when it was last of use. */
  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("{}: its date stays as it was", file, e);
    }
  }

  private void keep(ImageSet decoded, Path file) {
    long size = DecodedFile.HEADER + decoded.sizeInBytes();
    if (decoded.sizeInBytes() < least || size > most) {
      return;
    }
    try {
      makeRoom(size);
      DecodedFile.write(decoded, file);
    } catch (IOException | DiskException e) {
      LOG.warn(
          "decoded images are not kept for the next time ({}). Name another folder in {}, or off.",
          e.getMessage(),
          CacheFolder.VARIABLE);
    }
  }

  /** Deletes the files unused for longest, until so many bytes more are not too many. */
  private void makeRoom(long wanted) throws IOException {
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    Temporaries.sweep(folder);
    long room = most - wanted;
    for (Path file : newestFirst(folder)) {
      room -= Files.size(file);
      if (room < 0) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> newestFirst(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
          .toList();
    }
  }
}
