package dev.figment.bench.peer;

import dev.figment.bench.MedianAndRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What somebody's turns at a work gave; none where it could not do it, and then why. */
final class Turns {
  private final String who;
  private final List<Measurement> measurements = new ArrayList<>();
  private String failure = "";

  /**
   * @param who as in the table
   */
  Turns(String who) {
    this.who = who;
  }

  void add(Measurement measurement) {
    measurements.add(measurement);
  }

  /** It gets no further turn. */
  void fail(String reason) {
    failure = reason;
    measurements.clear();
  }

  String who() {
    return who;
  }

  boolean hasFailed() {
    return !failure.isEmpty();
  }

  String failure() {
    return failure;
  }

  boolean isEmpty() {
    return measurements.isEmpty();
  }

  MedianAndRange milliseconds() {
    return of(Measurement::milliseconds);
  }

  double imagesPerSecond() {
    return of(Measurement::imagesPerSecond).median();
  }

  double megabytes() {
    return of(Measurement::megabytes).median();
  }

  double first() {
    return of(Measurement::first).median();
  }

  private MedianAndRange of(ToDoubleFunction<Measurement> what) {
    return MedianAndRange.of(measurements.stream().mapToDouble(what).toArray());
  }
}
