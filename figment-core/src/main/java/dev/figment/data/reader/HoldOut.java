package dev.figment.data.reader;

import dev.figment.DiskException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Which files of a place without splits are its test split: those whose content, hashed to a number
 * from 0 to 1, falls below the share. A file stays on its side when it is renamed, when others come
 * or go, and from folder to zip; the same file twice is never on both sides.
 *
 * @param share from 0 to 1, of many files about so many
 */
record HoldOut(double share) {
  /** For each file whether it is held out. */
  boolean[] of(ImageFiles files, ClassFolders folders) {
    int count = folders.names().size();
    boolean[] held = new boolean[count];
    try {
      IntStream.range(0, count)
          .parallel()
          .forEach(i -> held[i] = isHeld(files, folders.names().get(i)));
    } catch (UncheckedIOException e) {
      throw new DiskException(
          Path.of(files.place()), "reading", Objects.requireNonNull(e.getCause()));
    }
    return held;
  }

  private boolean isHeld(ImageFiles files, String name) {
    try {
      return isHeld(files.checksum(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a file of this CRC-32 is. */
  boolean isHeld(long checksum) {
    return (mixed(checksum) >>> 11) * 0x1p-53 < share;
  }

  /**
   * All bits of the result depend on all of the number.
   *
   * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood 2014, the mixing
   *     of SplitMix</a>
   */
  private static long mixed(long number) {
    long once = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
    long twice = (once ^ once >>> 27) * 0x94d049bb133111ebL;
    return twice ^ twice >>> 31;
  }
}
