package dev.figment;

import org.jspecify.annotations.Nullable;

/** Memory did not suffice, of the heap or of the engine; exit code 6. */
public class MemoryException extends FigmentException {
  public MemoryException(String message, @Nullable Throwable cause) {
    super(ExitCode.MEMORY, message, cause);
  }
}
