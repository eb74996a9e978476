package dev.figment;

import org.jspecify.annotations.Nullable;

/** A wrong argument, recipe or setting; exit code 2. */
public class UsageException extends FigmentException {
  public UsageException(String format, @Nullable Object... arguments) {
    super(ExitCode.USAGE, arguments.length == 0 ? format : String.format(format, arguments));
  }

  /** Refuses a value at birth. */
  public static void require(boolean holds, String format, @Nullable Object... arguments) {
    if (!holds) {
      throw new UsageException(format, arguments);
    }
  }
}
