package dev.figment;

import org.jspecify.annotations.Nullable;

/** Missing, damaged or contradictory data; exit code 5. */
public class DataException extends FigmentException {
  public DataException(String format, @Nullable Object... arguments) {
    super(ExitCode.DATA, arguments.length == 0 ? format : String.format(format, arguments));
  }
}
