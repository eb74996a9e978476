package dev.figment;

import java.io.IOException;
import java.nio.file.Path;

/** A file that could not be read or written; exit code 7. */
public class DiskException extends FigmentException {
  public DiskException(Path file, String doing, IOException cause) {
    super(ExitCode.DISK, "%s: %s failed: %s".formatted(file, doing, cause), cause);
  }
}
