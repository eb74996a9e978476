package dev.figment;

/** A wrong argument, recipe or setting; exit code 2. */
public class UsageException extends FigmentException {
  public UsageException(String format, Object... arguments) {
    super(ExitCode.USAGE, arguments.length == 0 ? format : String.format(format, arguments));
  }

  /** Refuses a value at birth. */
  public static void require(boolean holds, String format, Object... arguments) {
    if (!holds) {
      throw new UsageException(format, arguments);
    }
  }
}
