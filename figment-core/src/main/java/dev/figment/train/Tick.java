package dev.figment.train;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report of a training.
 *
 * @param seconds since training began, stretches before a resume included
 * @param imagesPerSecond real images shown since the last tick, per second
 * @param residentBytes of the process
 * @param statistics means since the last tick, by name
 */
public record Tick(
    long step,
    double epoch,
    double kimg,
    double seconds,
    double imagesPerSecond,
    long residentBytes,
    Map<String, Double> statistics) {

  /** As a line of {@code stats.jsonl}, statistics beside the rest. */
  public Map<String, Object> toLine() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", step);
    line.put("epoch", epoch);
    line.put("kimg", kimg);
    line.put("seconds", seconds);
    line.put("imagesPerSecond", imagesPerSecond);
    line.put("residentBytes", residentBytes);
    line.putAll(statistics);
    return line;
  }
}
