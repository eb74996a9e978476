package dev.figment.train;

import dev.figment.tensor.Backend;
import java.util.Map;
import java.util.TreeMap;

/** Measures time, and says when the next report is due: at each so-many-th step and at the end. */
public final class Ticker {
  private final int everySteps;
  private double secondsBefore;
  private long startNanos;
  private long lastNanos;
  private long lastImages;

  Ticker(int everySteps) {
    this.everySteps = everySteps;
    this.startNanos = System.nanoTime();
  }

  /** Earlier stretches of the same training took so long. */
  void secondsBefore(double seconds) {
    secondsBefore = seconds;
  }

  void start(Clock clock) {
    startNanos = System.nanoTime();
    lastNanos = startNanos;
    lastImages = clock.images();
  }

  boolean isDue(Clock clock) {
    return clock.step() % everySteps == 0 || clock.isFinished();
  }

  /** Seconds since training began. */
  double seconds() {
    return secondsBefore + (System.nanoTime() - startNanos) / 1e9;
  }

  Tick tick(Clock clock, Map<String, Double> means) {
    Map<String, Double> statistics = new TreeMap<>(means);
    if (clock.rollBacks() > 0) {
      statistics.put("rollBacks", (double) clock.rollBacks());
    }
    long now = System.nanoTime();
    double rate = (clock.images() - lastImages) / ((now - lastNanos) / 1e9);
    lastNanos = now;
    lastImages = clock.images();
    return new Tick(
        clock.step(),
        clock.epoch(),
        clock.kimg(),
        seconds(),
        rate,
        Backend.residentBytes(),
        statistics);
  }
}
