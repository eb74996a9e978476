package dev.figment.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What tells a file from another that was put in its place, without reading it.
 *
 * @param key of the file system; null where it has none
 */
record FileVersion(@Nullable Object key, long length, FileTime changed) {
  static FileVersion of(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileVersion(found.fileKey(), found.size(), found.lastModifiedTime());
  }
}
