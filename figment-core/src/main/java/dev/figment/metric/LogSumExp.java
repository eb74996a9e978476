package dev.figment.metric;

/**
 * log Σ exp(xᵢ) of numbers that come one after the other, in float64. The sum is kept relative to
 * the largest number so far, so that neither −10,000 nor +10,000 nats are too much.
 */
final class LogSumExp {
  private double largest = Double.NEGATIVE_INFINITY;
  private double relative; // Σ exp(xᵢ − largest)
  private long count;

  void add(double x) {
    count++;
    if (x > largest || Double.isNaN(x)) {
      relative = relative * Math.exp(largest - x) + 1;
      largest = x;
    } else if (x > Double.NEGATIVE_INFINITY) {
      relative += Math.exp(x - largest);
    }
  }

  /** log Σ exp(xᵢ); −∞ of none. */
  double sum() {
    return largest + Math.log(relative);
  }

  /** log of the mean of exp(xᵢ). */
  double mean() {
    return sum() - Math.log(count);
  }
}
