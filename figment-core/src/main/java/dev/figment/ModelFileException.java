package dev.figment;

import org.jspecify.annotations.Nullable;

/** A weights file or a checkpoint that cannot be trusted; exit code 8. */
public class ModelFileException extends FigmentException {
  public ModelFileException(String format, @Nullable Object... arguments) {
    super(ExitCode.MODEL_FILE, arguments.length == 0 ? format : String.format(format, arguments));
  }
}
