package dev.figment.run.folder;

import dev.figment.DiskException;
import dev.figment.format.AtomicFile;
import dev.figment.format.GrowingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that grows by a line of JSON, an object each. A line that a crash cut short is passed
 * over, wherever it is.
 */
public record JsonLines(Path file) {
  private static final JsonMapper JSON = new JsonMapper();

  /** All whole lines, in order; none where there is no file. */
  public List<JsonNode> read() {
    return text().lines().map(JsonLines::parsed).flatMap(Optional::stream).toList();
  }

  private String text() {
    try {
      return Files.exists(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) // whatever bytes it has
          : "";
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  /** Empty where it is cut short. */
  private static Optional<JsonNode> parsed(String line) {
    try {
      return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * Deletes lines after a step, since a resumed training makes those steps again, and those that
   * were cut short.
   */
  public void truncate(long lastStep) {
    String text = text();
    String kept =
        text.lines()
            .filter(line -> parsed(line).filter(each -> step(each) <= lastStep).isPresent())
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    if (!kept.equals(text)) {
      AtomicFile.write(file, kept);
    }
  }

  private static long step(JsonNode line) {
    return line.path("step").asLong(0);
  }

  /**
   * Adds a line at the end.
   *
   * @throws DiskException if the disk does not take all of it; then nothing was added
   */
  public void append(Map<String, Object> line) {
    try {
      new GrowingFile(file).append(JSON.writeValueAsString(line));
    } catch (IOException e) {
      throw new DiskException(file, "writing", e);
    }
  }

  /** Flushes what was added to the disk. */
  public void flush() {
    try {
      new GrowingFile(file).flush();
    } catch (IOException e) {
      throw new DiskException(file, "flushing", e);
    }
  }
}
