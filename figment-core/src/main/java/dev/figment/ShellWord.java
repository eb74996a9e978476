package dev.figment;

import java.nio.file.Path;

/** A path or value in a command that is suggested: one word of it, whatever is in it. */
public final class ShellWord {
  private ShellWord() {}

  /** As a POSIX shell takes it: {@code 'my photos/1'}. */
  public static String of(Path path) {
    return of(path.toString());
  }

  /** As a POSIX shell takes it: as it is, or in single quotes. */
  public static String of(String word) {
    return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
