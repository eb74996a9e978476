package dev.figment.metric;

import static dev.figment.UsageException.require;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The area under the receiver operating characteristic: how often an anomalous example scores
 * higher than a normal one, a tie counting half. 1 tells all apart, 0.5 is a coin, less is the
 * wrong way round. No threshold is chosen.
 *
 * <p>By ranks: (R − n·(n + 1)/2)/(n·m), with R the sum of the ranks of the n anomalous among all,
 * equal scores sharing the mean of their ranks.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney 1947</a>; <a
 *     href="https://doi.org/10.1148/radiology.143.1.7063747">Hanley and McNeil 1982</a> (no
 *     difference)
 */
public final class RocAuc {
  private RocAuc() {}

  /**
   * @param normal scores, at least one
   * @param anomalous scores, at least one, expected to be higher
   * @throws dev.figment.UsageException if there are none, or one is not a number
   */
  public static double of(double[] normal, double[] anomalous) {
    requireScores("normal", normal);
    requireScores("anomalous", anomalous);
    int n = anomalous.length;
    double[] all = Arrays.copyOf(anomalous, n + normal.length);
    System.arraycopy(normal, 0, all, n, normal.length);
    double sum = Arrays.stream(ranks(all), 0, n).sum();
    return (sum - n * (n + 1.0) / 2) / ((double) n * normal.length);
  }

  private static void requireScores(String which, double[] scores) {
    require(scores.length > 0, "roc auc: expected at least one %s score, got none", which);
    require(
        Arrays.stream(scores).noneMatch(Double::isNaN),
        "roc auc: expected numbers, got one %s score that is none",
        which);
  }

  /** From 1 for the lowest; equal scores share the mean of their ranks. */
  private static double[] ranks(double[] scores) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[a], scores[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[scores.length];
    for (int first = 0, next; first < order.length; first = next) {
      next = first + 1;
      while (next < order.length && scores[order[next]] == scores[order[first]]) {
        next++;
      }
      for (int i = first; i < next; i++) {
        ranks[order[i]] = (first + 1 + next) / 2.0;
      }
    }
    return ranks;
  }
}
