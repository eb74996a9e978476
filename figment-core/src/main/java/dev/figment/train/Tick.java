package dev.figment.train;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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

  /** A line to print: {@code step 20 epoch 0.04 2.6 kimg 410 images/s} and {@link #losses}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "step %d  epoch %.2f  %.1f kimg  %.0f images/s  %s",
        step,
        epoch,
        kimg,
        imagesPerSecond,
        losses());
  }

  /** {@code loss/discriminator 0.6503 loss/generator 0.7214}. */
  public String losses() {
    return statistics.entrySet().stream()
        .filter(each -> each.getKey().startsWith("loss/"))
        .map(each -> String.format(Locale.ROOT, "%s %.4g", each.getKey(), each.getValue()))
        .collect(Collectors.joining("  "));
  }
}
