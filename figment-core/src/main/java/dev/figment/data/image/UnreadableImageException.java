package dev.figment.data.image;

import org.jspecify.annotations.Nullable;

/** Why one file among many is not an image; the readers collect these and name the files. */
public final class UnreadableImageException extends Exception {
  /**
   * @param format the reason, as a clause that follows the name of the file and a colon
   */
  public UnreadableImageException(String format, @Nullable Object... arguments) {
    super(format.formatted(arguments));
  }
}
