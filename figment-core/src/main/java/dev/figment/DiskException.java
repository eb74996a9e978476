package dev.figment;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;

/** A file that could not be read or written; exit code 7. */
public class DiskException extends FigmentException {
  /** Java says these by the names of its classes, with a path that is known already. */
  private static final Map<Class<?>, String> REASONS =
      Map.of(
          NoSuchFileException.class, "there is no such file or folder",
          AccessDeniedException.class, "it is not permitted",
          FileAlreadyExistsException.class, "something of that name is there already",
          DirectoryNotEmptyException.class, "the folder is not empty",
          NotDirectoryException.class, "it is no folder",
          FileSystemLoopException.class, "links in it lead in a circle",
          EOFException.class, "the file ends too early");

  public DiskException(Path file, String doing, IOException cause) {
    super(ExitCode.DISK, "%s: %s failed: %s".formatted(file, doing, reason(cause)), cause);
  }

  /** Why it failed, in the words of the system or of ours: {@code No space left on device}. */
  public static String reason(IOException cause) {
    String known = REASONS.get(cause.getClass());
    if (known != null) {
      return known;
    }
    String said =
        cause instanceof FileSystemException of && of.getReason() != null
            ? of.getReason()
            : cause.getMessage();
    return said == null ? cause.getClass().getSimpleName() : said;
  }
}
