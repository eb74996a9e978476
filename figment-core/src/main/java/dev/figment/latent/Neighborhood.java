package dev.figment.latent;

/**
 * How much each of the others is a neighbor of one point: pⱼ ∝ exp(−β·dⱼ), with β such that the
 * entropy H = log Σ exp(−β·d) + β·E[d] is the one that was asked for. H falls as β rises, with dH/d
 * log β = −β²·Var[d]: Newton's steps in log β, and bisection where they leave the interval in which
 * β is known to be.
 */
final class Neighborhood {
  private static final double CLOSE = 1e-7;
  private static final double LONGEST_STEP = 2;

  /** Where so many are equally near that no β is right, the last one tried is as near as can be. */
  private static final int MOST_TRIALS = 100;

  private final double[] distances;
  private final double[] weights;
  private double sum;
  private double mean;
  private double variance;

  private Neighborhood(double[] distances) {
    this.distances = distances;
    this.weights = new double[distances.length];
  }

  /**
   * The probabilities, of sum 1.
   *
   * @param squared distances of the others; changed
   * @param entropy in nats, below that of all being equal
   */
  static double[] of(double[] squared, double entropy) {
    subtractSmallest(squared);
    Neighborhood found = new Neighborhood(squared);
    found.search(entropy);
    for (int i = 0; i < found.weights.length; i++) {
      found.weights[i] /= found.sum;
    }
    return found.weights;
  }

  /** Changes no probability, and leaves the nearest e⁰: nothing underflows as a whole. */
  private static void subtractSmallest(double[] distances) {
    double smallest = Double.POSITIVE_INFINITY;
    for (double each : distances) {
      smallest = Math.min(smallest, each);
    }
    for (int i = 0; i < distances.length; i++) {
      distances[i] -= smallest;
    }
  }

  private void search(double entropy) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double beta = start();
    for (int trial = 0; trial < MOST_TRIALS; trial++) {
      weigh(beta);
      double above = Math.log(sum) + beta * mean - entropy;
      if (Math.abs(above) < CLOSE) {
        return;
      }
      low = above > 0 ? beta : low;
      high = above > 0 ? high : beta;
      beta = next(beta, above, low, high);
    }
  }

  private double start() {
    double total = 0;
    for (double each : distances) {
      total += each;
    }
    return total > 0 ? distances.length / total : 1;
  }

  private double next(double beta, double above, double low, double high) {
    double step = above / (beta * beta * variance);
    double newton = beta * Math.exp(Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step)));
    return newton > low && newton < high ? newton : (low + high) / 2;
  }

  private void weigh(double beta) {
    double first = 0;
    double second = 0;
    sum = 0;
    for (int i = 0; i < distances.length; i++) {
      double weight = Math.exp(-beta * distances[i]);
      weights[i] = weight;
      sum += weight;
      first += weight * distances[i];
      second += weight * distances[i] * distances[i];
    }
    mean = first / sum;
    variance = second / sum - mean * mean;
  }
}
