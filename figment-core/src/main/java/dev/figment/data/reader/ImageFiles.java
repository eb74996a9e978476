package dev.figment.data.reader;

import dev.figment.data.image.UnreadableImageException;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A place of image files: their names first, the bytes of each when asked for. */
interface ImageFiles extends Closeable {
  /** The folder or archive, for messages. */
  String place();

  /** The image files relative to the place, parts joined by {@code /}, sorted. */
  List<String> names();

  /**
   * The images and their classes, by a file of labels or by folders.
   *
   * @throws dev.figment.DataException if there are no images, or it is not said of each
   */
  default ClassFolders folders() {
    return LabelFile.foldersOf(this);
  }

  /** How many files of the place are none of {@link #names}, by why. */
  Map<String, Integer> leftOut();

  /** Whether there is a file of this name, image or not. */
  boolean has(String name);

  /** The bytes of one file; several threads may ask at once. */
  byte[] read(String name) throws IOException, UnreadableImageException;

  /** The CRC-32 of the bytes of one file; 0 of one that cannot be read. */
  default long checksum(String name) throws IOException {
    try {
      CRC32 sum = new CRC32();
      sum.update(read(name));
      return sum.getValue();
    } catch (UnreadableImageException e) {
      return 0; // it is named when it is to be decoded
    }
  }

  /** What changes where any file may have: of a zip its length and date; null where none does. */
  default @Nullable String version() throws IOException {
    return null;
  }

  /** What changes with the content of one file, where there is a {@link #version()}. */
  default String version(String name) {
    throw new UnsupportedOperationException("no version of " + name + " in " + place());
  }

  @Override
  default void close() throws IOException {}
}
