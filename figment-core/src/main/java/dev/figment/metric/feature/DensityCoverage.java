package dev.figment.metric.feature;

import dev.figment.latent.Points;
import dev.figment.metric.Estimate;

/**
 * As {@link PrecisionRecall}, but less moved by outliers. Around each reference image lies a ball
 * that reaches to its k-th nearest neighbor in the reference, without its edge:
 *
 * <ul>
 *   <li>density is the mean number of balls that a generated image lies in, divided by k; 1 is
 *       expected of equal distributions, and it may be more,
 *   <li>coverage the share of balls in which there is any generated image, from 0 to 1.
 * </ul>
 *
 * <p>Of equal distributions with many images, a coverage of 1 − 2⁻ᵏ is expected where there are as
 * many generated as reference images. The standard error of density is s/√n over the generated
 * images, that of coverage binomial over those of the reference; the balls are taken as they are.
 *
 * @param density of the generated images
 * @param coverage of the reference images
 * @see <a href="https://arxiv.org/abs/2002.09797">Naeem et al. 2020, eq. 3 and 4</a> (no
 *     difference)
 */
public record DensityCoverage(Estimate density, Estimate coverage) {
  /** As the authors have it. */
  public static final int NEIGHBORS = 5;

  /**
   * Of features of two sets.
   *
   * @param generated of at least k + 1 images
   * @param reference likewise, by the same extractor
   * @param k at least 1
   * @throws dev.figment.UsageException if there are too few images, or both have not as many
   *     features
   */
  public static DensityCoverage of(Points generated, Points reference, int k) {
    Manifold.requireFit("density and coverage", generated, reference, k);
    double[] radii = Manifold.of(reference, k).squaredRadii();
    double[] density = new double[generated.count()];
    double[] covered = new double[radii.length];
    PairwiseDistances distances = new PairwiseDistances(generated, reference);
    distances.forEachRow(
        (row, squared, start) -> {
          int balls = 0;
          for (int i = 0; i < radii.length; i++) {
            if (distances.compare(row, i, squared[start + i], radii[i]) < 0) {
              balls++;
              covered[i] = 1; // by several threads at most this same number
            }
          }
          density[row] = (double) balls / k;
        });
    return new DensityCoverage(Estimate.of(density), Estimate.of(covered));
  }
}
