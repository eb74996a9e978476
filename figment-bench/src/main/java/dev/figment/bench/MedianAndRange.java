package dev.figment.bench;

import java.util.Arrays;

/** What several measurements of one thing come to. */
public record MedianAndRange(double lowest, double median, double highest) {
  /**
   * @param values at least one, in any order
   */
  public static MedianAndRange of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    double median = (sorted[last / 2] + sorted[sorted.length / 2]) / 2;
    return new MedianAndRange(sorted[0], median, sorted[last]);
  }
}
