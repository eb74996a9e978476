package dev.figment.run.folder;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that grows by lines of text, each with the time. Where it cannot be written, that is said
 * once.
 */
public final class LogFile {
  private static final Logger LOG = LoggerFactory.getLogger(LogFile.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Path file;
  private boolean failed;

  public LogFile(Path file) {
    this.file = file;
  }

  /** Adds a line at the end. */
  public void append(String line) {
    try {
      Files.writeString(
          file, "%s  %s%n".formatted(LocalDateTime.now().format(TIME), line), CREATE, APPEND);
    } catch (IOException e) {
      if (!failed) {
        LOG.warn("{} lacks lines: {}", file, e.toString());
      }
      failed = true;
    }
  }
}
