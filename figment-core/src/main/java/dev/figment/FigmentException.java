package dev.figment;

import org.jspecify.annotations.Nullable;

/**
 * A failure that its reader can do something about. The message names the place, what was expected,
 * what came, and the remedy, in that order: {@code generator/3 conv2d: expected …, got …. Remedy.}
 * Faults of Figment itself are {@link AssertionError}s instead. What is in it of files and people
 * is made {@linkplain PlainText plain}.
 */
public class FigmentException extends RuntimeException {
  private final ExitCode exitCode;

  public FigmentException(ExitCode exitCode, String message) {
    this(exitCode, message, null);
  }

  public FigmentException(ExitCode exitCode, String message, @Nullable Throwable cause) {
    super(PlainText.message(message), cause);
    this.exitCode = exitCode;
  }

  /** How a command that fails with this ends. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
