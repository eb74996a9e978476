package dev.figment.data;

/** Why one file among many is not an image; the readers collect these and name the files. */
final class UnreadableImageException extends Exception {
  UnreadableImageException(String format, Object... arguments) {
    super(format.formatted(arguments));
  }
}
