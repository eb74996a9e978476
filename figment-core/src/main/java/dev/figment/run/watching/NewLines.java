package dev.figment.run.watching;

import dev.figment.DiskException;
import dev.figment.run.folder.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a file of lines has grown by since it was last looked at, whoever wrote it. While it does
 * not grow, it is not read.
 */
final class NewLines {
  private final JsonLines lines;
  private long size;
  private int seen;

  NewLines(JsonLines lines) {
    this.lines = lines;
  }

  /** The lines after those that were given before; at first, all. */
  List<JsonNode> next() {
    long now = size();
    if (now == size) {
      return List.of();
    }
    size = now;
    List<JsonNode> all = lines.read();
    List<JsonNode> fresh = all.subList(Math.min(seen, all.size()), all.size());
    seen = all.size();
    return fresh;
  }

  private long size() {
    try {
      return Files.exists(lines.file()) ? Files.size(lines.file()) : 0;
    } catch (IOException e) {
      throw new DiskException(lines.file(), "reading", e);
    }
  }
}
