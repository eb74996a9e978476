package dev.figment.metric;

import static dev.figment.UsageException.require;

import dev.figment.latent.Points;
import java.util.Arrays;

/**
 * How much of a mixture with known centers a generator makes. Each sample belongs to its nearest
 * center and is good if it lies within three standard deviations of it: √Σ(xᵢ − cᵢ)² ≤ 3σ. A mode
 * is covered if it has at least one good sample. The protocol takes 2,500 samples; of the mixture
 * itself, in two dimensions, 1 − exp(−9/2) = 98.9 % are good.
 *
 * @param nearest of each mode, the samples that belong to it
 * @param good of each mode, those of them that are good
 * @see <a href="https://arxiv.org/abs/1705.07761">Srivastava et al. 2017 (VEEGAN), section 4.1</a>
 *     (no difference; {@link #covered(int)} with more than 1, and {@link #divergence}, are added)
 */
public record ModeCoverage(int[] nearest, int[] good) {
  /** How many samples the protocol takes. */
  public static final int SAMPLES = 2500;

  private static final double REACH = 3;

  public ModeCoverage {
    nearest = nearest.clone();
    good = good.clone();
    require(
        nearest.length == good.length && Arrays.stream(nearest).sum() > 0,
        "mode coverage: expected two counts for each mode and at least one sample, got %s and %s",
        Arrays.toString(nearest),
        Arrays.toString(good));
  }

  /**
   * Counts.
   *
   * @param samples at least one
   * @param centers of the modes, at least one, of the samples' size
   * @param deviation σ of each mode in each direction, above 0
   * @throws dev.figment.UsageException if sizes differ, or there are none
   */
  public static ModeCoverage of(Points samples, Points centers, double deviation) {
    require(
        samples.size() == centers.size() && centers.count() > 0,
        "mode coverage: expected centers of %d numbers, as the samples have, got %d of %d",
        samples.size(),
        centers.count(),
        centers.size());
    require(deviation > 0, "mode coverage: deviation must be above 0, got %s", deviation);
    int[] nearest = new int[centers.count()];
    int[] good = new int[centers.count()];
    double reach = REACH * deviation;
    for (int i = 0; i < samples.count(); i++) {
      int mode = nearest(samples, i, centers);
      nearest[mode]++;
      good[mode] += squaredDistance(samples, i, centers, mode) <= reach * reach ? 1 : 0;
    }
    return new ModeCoverage(nearest, good);
  }

  private static int nearest(Points samples, int sample, Points centers) {
    int nearest = 0;
    for (int mode = 1; mode < centers.count(); mode++) {
      if (squaredDistance(samples, sample, centers, mode)
          < squaredDistance(samples, sample, centers, nearest)) {
        nearest = mode;
      }
    }
    return nearest;
  }

  private static double squaredDistance(Points a, int i, Points b, int j) {
    double sum = 0;
    for (int axis = 0; axis < a.size(); axis++) {
      double apart = (double) a.values()[i * a.size() + axis] - b.values()[j * a.size() + axis];
      sum += apart * apart;
    }
    return sum;
  }

  /** How many modes there are. */
  public int modes() {
    return good.length;
  }

  /** How many modes have a good sample. */
  public int covered() {
    return covered(1);
  }

  /** How many modes have at least so many good samples, for a stricter count. */
  public int covered(int atLeast) {
    return (int) Arrays.stream(good).filter(count -> count >= atLeast).count();
  }

  /** The share of samples that are good: 0 to 1. */
  public double goodShare() {
    return (double) Arrays.stream(good).sum() / Arrays.stream(nearest).sum();
  }

  /**
   * How uneven the modes are: Σ p·log(p·m) in nats, p the share of all samples that belong to a
   * mode, of m modes. 0 where all have as many, log m where one has all.
   */
  public double divergence() {
    double all = Arrays.stream(nearest).sum();
    return Arrays.stream(nearest)
        .filter(count -> count > 0)
        .mapToDouble(count -> count / all * Math.log(count / all * modes()))
        .sum();
  }
}
