package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import dev.figment.latent.Points;
import dev.figment.metric.Estimate;
import dev.figment.tensor.Distances;
import dev.figment.tensor.Doubles;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The kernel distance of two sets of images (with the features of the Inception network, KID): the
 * squared maximum mean discrepancy under the kernel k(x, y) = (x·y/d + 1)³ of d features, without
 * bias,
 *
 * <p>Σᵢ≠ⱼ k(xᵢ, xⱼ)/(m·(m − 1)) + Σᵢ≠ⱼ k(yᵢ, yⱼ)/(n·(n − 1)) − 2·Σᵢⱼ k(xᵢ, yⱼ)/(m·n),
 *
 * <p>as the mean over random subsets of both. On average it is that of all images there could be,
 * whatever the size of the subsets, so that distances of few images and of many compare; 0 for
 * equal distributions. What has no bias is below 0 as often as above where the truth is 0: a
 * slightly negative distance is no error. Float64.
 *
 * @param subsets how many
 * @param size images of each set in a subset; of fewer than twice as many images, half of them, so
 *     that subsets differ
 * @see <a href="https://arxiv.org/abs/1801.01401">Bińkowski et al. 2018, section 4</a> (no
 *     difference where there are at least 2·size images)
 */
public record KernelDistance(int subsets, int size) {
  /** 100 subsets of 1,000, which all report. */
  public static final KernelDistance DEFAULT = new KernelDistance(100, 1000);

  /** The fewest images with two different subsets of which a distance is known. */
  private static final int FEWEST = 4;

  /**
   * @throws dev.figment.UsageException if there are fewer than 2 subsets, or they have fewer than 2
   *     images
   */
  public KernelDistance {
    require(subsets >= 2, "kernel distance: subsets must be at least 2, got %d", subsets);
    require(size >= 2, "kernel distance: size must be at least 2, got %d", size);
  }

  /**
   * The mean over subsets, each drawn without replacement from all images.
   *
   * <p>With s the standard deviation over the subsets and f = size/images, of the smaller set, the
   * standard error is s·√(1/subsets + f/(1 − f)). The first part is what more subsets would take
   * away, the second what only more images would: subsets of the same images share them, so that
   * their variance is (1 − f) of that of subsets of other images, and all images together vary by a
   * share f of the latter. That is right where the distributions differ by more than subsets vary;
   * where they are nearly equal, it says too much, of 10,000 images and subsets of 1,000 up to two
   * and a half times. What other programs print behind ± is s itself, which does not fall with the
   * number of images.
   *
   * @param generated the features of at least 4 images
   * @param reference likewise
   * @param seed of the subsets: the same gives the same numbers
   * @throws dev.figment.UsageException if there are too few, or both have not as many features
   */
  public Estimate estimate(Points generated, Points reference, long seed) {
    int images = Math.min(generated.count(), reference.count());
    require(
        images >= FEWEST,
        "kernel distance: expected at least %d images of each, got %d generated and %d of the"
            + " reference",
        FEWEST,
        generated.count(),
        reference.count());
    int part = Math.min(size, images / 2);
    RandomStream stream = RandomStream.named("kernel distance", seed);
    double[] distances = new double[subsets];
    for (int i = 0; i < subsets; i++) {
      distances[i] = of(subset(generated, part, stream), subset(reference, part, stream));
    }
    Estimate mean = Estimate.of(distances);
    double share = (double) part / images;
    double error = mean.standardError() * Math.sqrt(1 + subsets * share / (1 - share));
    return new Estimate(mean.mean(), error, generated.count());
  }

  private static Points subset(Points points, int size, RandomStream stream) {
    return points.select(stream.some(IntStream.range(0, points.count()).toArray(), size));
  }

  /**
   * The distance of two sets without subsets; it takes 8·(m² + n² + m·n) bytes.
   *
   * @param x the features of at least 2 images
   * @param y likewise
   * @throws dev.figment.UsageException if there are too few, or both have not as many features
   */
  public static double of(Points x, Points y) {
    require(
        x.count() >= 2 && y.count() >= 2,
        "kernel distance: expected at least 2 images of each, got %d and %d",
        x.count(),
        y.count());
    require(
        x.size() == y.size(),
        "kernel distance: expected two of one extractor, got %d and %d features of an image",
        x.size(),
        y.size());
    try (Scope scope = Scope.open()) {
      Tensor a = bases(x);
      Tensor b = bases(y);
      return meanOfOthers(a) + meanOfOthers(b) - 2 * sum(a, b) / x.count() / y.count();
    }
  }

  /** With a 1 behind x/√d, products are x·y/d + 1. */
  private static Tensor bases(Points points) {
    Tensor scaled = points.doubles(0, points.count()).scale(1 / Math.sqrt(points.size()));
    Tensor ones = Doubles.zeros(points.count(), 1).fill(1);
    return Tensor.concatenate(1, List.of(scaled, ones));
  }

  /** The mean of k(xᵢ, xⱼ) with i ≠ j. */
  private static double meanOfOthers(Tensor x) {
    double count = x.size(0);
    Tensor own = Distances.squaredLengths(x);
    double ofOthers = sum(x, x) - own.square().times(own).sum().item();
    return ofOthers / (count * (count - 1));
  }

  /** Σ k(xᵢ, yⱼ), the cubes as products of squares and bases, which takes the least memory. */
  private static double sum(Tensor x, Tensor y) {
    Tensor base = x.matmul(y.permute(1, 0));
    return base.square().reshape(1, -1).matmul(base.reshape(-1, 1)).item();
  }
}
