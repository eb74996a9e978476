package dev.figment.run.folder;

import dev.figment.DiskException;
import dev.figment.format.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file that grows by a line of JSON. A last line that a crash cut short is passed over. */
public record JsonLines(Path file) {
  private static final JsonMapper JSON = new JsonMapper();

  /** All whole lines, in order; none where there is no file. */
  public List<JsonNode> read() {
    List<JsonNode> lines = new ArrayList<>();
    if (!Files.exists(file)) {
      return lines;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        lines.add(JSON.readTree(line));
      }
    } catch (JacksonException e) {
      return lines; // the last line was cut short
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
    return lines;
  }

  /** Deletes lines after a step: a resumed training makes those steps again. */
  public void truncate(long lastStep) {
    StringBuilder lines = new StringBuilder();
    for (JsonNode line : read()) {
      if (line.path("step").asLong() <= lastStep) {
        lines.append(line).append('\n');
      }
    }
    AtomicFile.write(file, lines.toString());
  }

  /** Adds a line at the end. */
  public void append(Map<String, Object> line) {
    try {
      Files.writeString(
          file,
          JSON.writeValueAsString(line) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new DiskException(file, "writing", e);
    }
  }
}
