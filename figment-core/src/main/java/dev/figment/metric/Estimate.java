package dev.figment.metric;

import java.util.Arrays;

/**
 * A figure of examples, and how far it may be from that of all that there could be.
 *
 * @param mean or another figure, where it is none of single examples
 * @param standardError of a mean s/√n, with s² = Σ (xᵢ − mean)²/(n − 1), and not a number where n
 *     is 1; of another figure the standard deviation over its bootstrap resamples
 * @param examples n, how many there were
 */
public record Estimate(double mean, double standardError, int examples) {
  private static final double Z95 = 1.959963984540054; // of the normal distribution

  /** Of a number for each example, at least one. */
  public static Estimate of(double[] values) {
    int count = values.length;
    double mean = Arrays.stream(values).sum() / count;
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return new Estimate(mean, Math.sqrt(squares / (count - 1) / count), count);
  }

  /**
   * Of a share p of n examples: its standard error is √(p·(1 − p)/(n − 1)), as {@link #of} has it.
   */
  public static Estimate ofShare(double share, int examples) {
    return new Estimate(share, Math.sqrt(share * (1 - share) / (examples - 1)), examples);
  }

  /** The lower end of the 95 % interval: mean − 1.96 standard errors. */
  public double low() {
    return mean - Z95 * standardError;
  }

  /** The upper end of the 95 % interval. */
  public double high() {
    return mean + Z95 * standardError;
  }

  /** In another unit, or with the other sign. */
  public Estimate times(double factor) {
    return new Estimate(factor * mean, Math.abs(factor) * standardError, examples);
  }
}
