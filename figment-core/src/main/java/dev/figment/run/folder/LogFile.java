package dev.figment.run.folder;

import dev.figment.format.GrowingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that grows by lines of text, each with the time. Where it cannot be written, that is said
 * once; the last {@value #MOST_WAITING} lines wait until it can.
 */
public final class LogFile {
  private static final Logger LOG = LoggerFactory.getLogger(LogFile.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private static final int MOST_WAITING = 1000;

  private final Path file;
  private final Queue<String> waiting = new ArrayDeque<>();
  private boolean failed;

  public LogFile(Path file) {
    this.file = file;
  }

  /** Adds a line at the end. */
  public void append(String line) {
    waiting.add(LocalDateTime.now().format(TIME) + "  " + line);
    try {
      write();
    } catch (IOException e) {
      if (!failed) {
        LOG.warn("{} lacks lines: {}", file, e.toString());
      }
      failed = true;
      if (waiting.size() > MOST_WAITING) {
        waiting.remove();
      }
    }
  }

  private void write() throws IOException {
    for (String next = waiting.peek(); next != null; next = waiting.peek()) {
      new GrowingFile(file).append(next);
      waiting.remove();
    }
  }
}
