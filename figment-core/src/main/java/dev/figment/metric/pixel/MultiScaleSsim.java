package dev.figment.metric.pixel;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.Progress.Task;
import dev.figment.data.ImageSet;
import dev.figment.metric.Estimate;
import dev.figment.tensor.RandomStream;
import java.util.stream.IntStream;

/**
 * How alike generated images are: the multi-scale structural similarity (MS-SSIM) of random pairs.
 * 1 where all are the same; the lower, the more diverse. It sees a generator that collapses onto
 * few images, and says nothing of their quality: compare it with that of real images.
 *
 * <p>Of a pair Π contrastᵢ^wᵢ over the levels 1 to 4 times similarity^w₅ of level 5, each at least
 * 0, of images of 0 to 255 that are halved four times by the mean of 2×2 pixels; w = 0.0448,
 * 0.2856, 0.3001, 0.2363, 0.1333.
 *
 * <p>Small images have their five levels too: 28, 14, 7, 3 and 1, with windows that shrink with
 * them, so that the last levels say little more than how bright an image is. An odd side loses its
 * last row or column when it is halved, and a side of 1 stays. So numbers of images of different
 * sizes are not comparable.
 *
 * @see <a href="https://doi.org/10.1109/ACSSC.2003.1292216">Wang, Simoncelli and Bovik 2003, eq.
 *     7</a>, of pairs as <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018, section
 *     5</a> (in float64; odd sides are added; pairs are drawn of images that are there)
 */
public final class MultiScaleSsim {
  private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
  private static final int PAIRS_AT_ONCE = 500;

  private MultiScaleSsim() {}

  /**
   * The mean over pairs of images, none of which is in two pairs; {@link Estimate#examples} counts
   * pairs.
   *
   * @param images at least 4
   * @param seed of the pairs
   * @throws dev.figment.UsageException if they are fewer, or vectors
   */
  public static Estimate of(ImageSet images, long seed, Progress progress) {
    require(
        images.shape().isImage(), "ms-ssim: expected images, got vectors of %s", images.shape());
    require(images.size() >= 4, "ms-ssim: expected at least 4 images, got %d", images.size());
    int[] order = RandomStream.named("ms-ssim", seed).order(images.size());
    double[] pairs = new double[images.size() / 2];
    Task task = new Task("ms-ssim", pairs.length, "pairs", "mean");
    double sum = 0;
    for (int start = 0; start < pairs.length; start += PAIRS_AT_ONCE) {
      int end = Math.min(pairs.length, start + PAIRS_AT_ONCE);
      IntStream.range(start, end)
          .parallel()
          .forEach(
              i ->
                  pairs[i] =
                      of(Plane.of(images, order[2 * i]), Plane.of(images, order[2 * i + 1])));
      sum += IntStream.range(start, end).mapToDouble(i -> pairs[i]).sum();
      progress.at(task, end, sum / end);
    }
    return Estimate.of(pairs);
  }

  /** Of one pair of images of one size: 0 to 1. */
  static double of(Plane a, Plane b) {
    double product = 1;
    int last = WEIGHTS.length - 1;
    for (int level = 0; level <= last; level++) {
      Similarity at = Similarity.of(a, b);
      double factor = level == last ? at.similarity() : at.contrast();
      product *= Math.pow(Math.max(0, factor), WEIGHTS[level]);
      a = a.halved();
      b = b.halved();
    }
    return product;
  }
}
