package dev.figment.data.reader;

import dev.figment.data.image.UnreadableImageException;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder or a zip of image files: their names first, the bytes of each when asked for. */
interface ImageFiles extends Closeable {
  Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "bmp", "webp");

  /** The folder or zip, for messages. */
  String place();

  /** The image files relative to the place, parts joined by {@code /}, sorted. */
  List<String> names();

  /** Whether there is a file of this name, image or not. */
  boolean has(String name);

  /** The bytes of one file; several threads may ask at once. */
  byte[] read(String name) throws IOException, UnreadableImageException;

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

  /** Whether a name is that of an image, and not of something hidden. */
  static boolean isImage(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(ending)
        && !file.startsWith(".")
        && !name.startsWith("__MACOSX/")
        && file.contains(".");
  }
}
