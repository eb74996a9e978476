package dev.figment.metric;

import java.util.Arrays;

/** Where a score stands among others: the share of those that are lower, equal ones half. */
public final class Percentile {
  private Percentile() {}

  /**
   * @param others at least one
   * @return 0 to 100
   */
  public static double of(double score, double[] others) {
    double below =
        Arrays.stream(others).map(other -> other < score ? 1 : other == score ? 0.5 : 0).sum();
    return 100 * below / others.length;
  }
}
