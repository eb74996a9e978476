package dev.figment.metric.feature;

import dev.figment.latent.Points;
import dev.figment.metric.Estimate;

/**
 * How good generated images are, and how much of the reference they show, apart. Around each image
 * lies a ball that reaches to its k-th nearest neighbor in its own set:
 *
 * <ul>
 *   <li>precision is the share of generated images within the ball of any reference image,
 *   <li>recall the share of reference images within the ball of any generated image,
 * </ul>
 *
 * <p>each from 0 to 1, a ball with its edge. Both rise with k and with the number of images:
 * compare only what has equal counts and k. The standard errors are binomial, √(p·(1 − p)/(n − 1)),
 * of the images that are asked about; the balls are taken as they are.
 *
 * <p>Comparisons of distances are exact, and the distances are never all held. 10,000 against
 * 10,000 images take a few seconds with 128 features, and about half a minute with 2,048.
 *
 * @param precision of the generated images
 * @param recall of the reference images
 * @see <a href="https://arxiv.org/abs/1904.06991">Kynkäänniemi et al. 2019, eq. 1 and 2</a>
 *     (float64 rather than float16; {@code ≤}, as there)
 */
public record PrecisionRecall(Estimate precision, Estimate recall) {
  /** As the authors have it. */
  public static final int NEIGHBORS = 3;

  /**
   * Of features of two sets.
   *
   * @param generated of at least k + 1 images
   * @param reference likewise, by the same extractor
   * @param k at least 1
   * @throws dev.figment.UsageException if there are too few images, or both have not as many
   *     features
   */
  public static PrecisionRecall of(Points generated, Points reference, int k) {
    Manifold.requireFit("precision and recall", generated, reference, k);
    double[] real = Manifold.of(reference, k).squaredRadii();
    double[] fake = Manifold.of(generated, k).squaredRadii();
    double[] good = new double[fake.length];
    double[] shown = new double[real.length];
    PairwiseDistances distances = new PairwiseDistances(generated, reference);
    distances.forEachRow(
        (row, squared, start) -> {
          for (int i = 0; i < real.length; i++) {
            double distance = squared[start + i];
            if (good[row] == 0 && distances.compare(row, i, distance, real[i]) <= 0) {
              good[row] = 1;
            }
            if (shown[i] == 0 && distances.compare(row, i, distance, fake[row]) <= 0) {
              shown[i] = 1; // by several threads at most this same number
            }
          }
        });
    return new PrecisionRecall(Estimate.of(good), Estimate.of(shown));
  }
}
