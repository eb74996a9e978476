package dev.figment.cli.progress;

import dev.figment.train.Clock;
import java.time.Duration;
import java.util.Locale;

/** How long an epoch takes. */
final class EpochTime {
  private double fromEpoch;
  private long fromNanos = System.nanoTime();

  /** Counts from here on. */
  void restart(Clock clock) {
    fromEpoch = clock.epoch();
    fromNanos = System.nanoTime();
  }

  /** {@code 12.3 s per epoch}; empty where no part of an epoch has passed. */
  String perEpoch(Clock clock) {
    double epochs = clock.epoch() - fromEpoch;
    return epochs > 0 ? words(Duration.ofNanos(System.nanoTime() - fromNanos), epochs) : "";
  }

  static String words(Duration time, double epochs) {
    double seconds = time.toNanos() / 1e9 / epochs;
    return String.format(
        Locale.ROOT, seconds < 10 ? "%.1f s per epoch" : "%.0f s per epoch", seconds);
  }
}
