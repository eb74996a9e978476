package dev.figment.bench.peer;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a process told of a work that it did again and again.
 *
 * @param milliseconds of a step, the median of some
 * @param images real ones that a step showed, or those that it made or loaded
 * @param megabytes of resident memory, at its peak
 * @param first seconds from the start of the process to the end of its first step
 */
record Measurement(double milliseconds, double images, double megabytes, double first) {
  /**
   * Out of a line of four numbers, in the order of the components.
   *
   * @throws PeerException if the line is none
   */
  static Measurement parse(String line) {
    try {
      double[] told =
          Arrays.stream(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
      if (told.length == 4) {
        return new Measurement(told[0], told[1], told[2], told[3]);
      }
    } catch (NumberFormatException e) {
      throw new PeerException("expected four numbers, got '%s'".formatted(line), e);
    }
    throw new PeerException("expected four numbers, got '%s'".formatted(line));
  }

  double imagesPerSecond() {
    return 1000 * images / milliseconds;
  }

  /** The line that {@link #parse} reads. */
  String line() {
    return String.format(Locale.ROOT, "%s %s %s %s", milliseconds, images, megabytes, first);
  }
}
