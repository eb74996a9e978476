package dev.figment.run;

import dev.figment.DiskException;
import dev.figment.format.AtomicFile;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Tick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code stats.jsonl}: a line for each tick. A last line that a crash cut short is passed over. */
public final class StatisticsLog implements Listener {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  StatisticsLog(RunFolder folder) {
    this.file = folder.statistics();
  }

  /** After a resume, lines beyond the checkpoint go: those steps are made again. */
  @Override
  public void onStart(Clock clock) {
    StringBuilder kept = new StringBuilder();
    for (JsonNode line : read(file)) {
      if (line.path("step").asLong() <= clock.step()) {
        kept.append(line).append('\n');
      }
    }
    AtomicFile.write(file, kept.toString());
  }

  @Override
  public void onTick(Tick tick) {
    try {
      Files.writeString(
          file, JSON.writeValueAsString(tick.toLine()) + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new DiskException(file, "writing statistics", e);
    }
  }

  /** All whole lines, in order. */
  public static List<JsonNode> read(Path file) {
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
      throw new DiskException(file, "reading statistics", e);
    }
    return lines;
  }
}
