package dev.figment.run.watching;

import dev.figment.DiskException;
import dev.figment.run.folder.JsonLines;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A file of lines that a training adds to. Where the disk does not take a line, it waits, with
 * those after it, for the next one, or for the next checkpoint, which vouches for all lines before
 * it.
 */
final class PatientLines {
  private final JsonLines file;
  private final Consumer<String> warnings;
  private final Queue<Map<String, Object>> waiting = new ArrayDeque<>();

  /**
   * @param warnings is told once that lines wait, and again if they do after some were written
   */
  PatientLines(JsonLines file, Consumer<String> warnings) {
    this.file = file;
    this.warnings = warnings;
  }

  void append(Map<String, Object> line) {
    boolean areWaiting = !waiting.isEmpty();
    waiting.add(line);
    try {
      write();
    } catch (DiskException e) {
      if (!areWaiting) {
        warnings.accept("lines wait until there is room: " + e.getMessage());
      }
    }
  }

  private void write() {
    for (Map<String, Object> next = waiting.peek(); next != null; next = waiting.peek()) {
      file.append(next);
      waiting.remove();
    }
  }

  /**
   * Writes those that wait, and flushes the file to the disk.
   *
   * @throws DiskException if the disk does not take them
   */
  void flush() {
    write();
    file.flush();
  }
}
