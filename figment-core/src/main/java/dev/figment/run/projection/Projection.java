package dev.figment.run.projection;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.Progress;
import dev.figment.catalogue.Defaults;
import dev.figment.data.ImageSet;
import dev.figment.model.Invertible;
import dev.figment.run.exploration.AcceptedExamples;
import dev.figment.run.exploration.Trained;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How to find the points whose images are nearest to given ones, by gradient descent in the points:
 * for each image x the point z that makes this small:
 *
 * <p>(1 − λ)·R(z) + λ·D(z), with R = Σ|x − G(z)|ᵖ over the values of an image in the range of the
 * model, and D = Σ|f(x) − f(G(z))|ᵖ over the discriminator's last hidden features f, p being 1 or
 * 2. A model without a discriminator has R alone.
 *
 * <p>Adam moves all points of a batch at once, each by its own loss. Its rate rises to the learning
 * rate in the first twentieth of the steps, and falls to 0 along a cosine in the last quarter.
 * Points begin at random, standard normal, anew in each restart; the best end of each image is
 * kept. The generator is as in use: no weight changes, nothing is random but the beginnings.
 *
 * <p>Of a model with styles the points are its styles w, one given to all layers, which begin at
 * the mean of all styles in the first restart and at styles of random z in the others. The noise of
 * its pixels stays as it is in use, and no noise is added to w, so that w alone makes the image
 * again; Karras et al. optimize the noise too, and perturb w in the first three quarters.
 *
 * @param steps of the descent, at least 1
 * @param restarts how often it is begun, at least 1
 * @param learningRate the highest, above 0
 * @param distance p
 * @param featureWeight λ, in [0, 1)
 * @param seed of the beginnings: the same gives the same points
 * @see <a href="https://arxiv.org/abs/1703.05921">Schlegl et al. 2017, section 2.2</a> for the loss
 *     (AnoGAN: p = 1, λ = 0.1, 500 steps from one beginning; no difference in it, but their points
 *     are of a uniform prior)
 * @see <a href="https://arxiv.org/abs/1702.04782">Lipton and Tripathi 2017</a> for descent in z by
 *     R alone, p = 2; what they clip is a point of a uniform prior, and this one is normal
 * @see <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, appendix D</a> for w and for
 *     the course of the rate, of 1000 steps with 0.1; their distance is LPIPS
 */
public record Projection(
    @JsonProperty(defaultValue = "500") int steps,
    @JsonProperty(defaultValue = "2") int restarts,
    @JsonProperty(defaultValue = "0.1") double learningRate,
    @JsonProperty(defaultValue = "squared") Distance distance,
    @JsonProperty(defaultValue = "0") double featureWeight,
    @JsonProperty(defaultValue = "1") long seed) {
  /** What each difference counts: itself, or its square. */
  public enum Distance {
    /** p = 1. */
    ABSOLUTE,
    /** p = 2. */
    SQUARED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** For the smallest squared error of pixels. */
  public static final Projection DEFAULT = Defaults.record(Projection.class);

  /** AnoGAN's, whose loss is its score of anomaly. */
  public static final Projection ANOGAN =
      DEFAULT.withDistance(Distance.ABSOLUTE).withFeatureWeight(0.1).withRestarts(1);

  /**
   * @throws dev.figment.UsageException if one of these is out of its range
   */
  public Projection {
    require(steps >= 1, "steps: expected at least 1, got %d", steps);
    require(restarts >= 1, "restarts: expected at least 1, got %d", restarts);
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "learning-rate: expected a number above 0, got %s",
        learningRate);
    require(
        featureWeight >= 0 && featureWeight < 1,
        "feature-weight: expected a number from 0 to below 1, got %s",
        featureWeight);
  }

  public Projection withSteps(int steps) {
    return Defaults.with(this, "steps", steps);
  }

  public Projection withRestarts(int restarts) {
    return Defaults.with(this, "restarts", restarts);
  }

  public Projection withLearningRate(double learningRate) {
    return Defaults.with(this, "learningRate", learningRate);
  }

  public Projection withDistance(Distance distance) {
    return Defaults.with(this, "distance", distance);
  }

  public Projection withFeatureWeight(double featureWeight) {
    return Defaults.with(this, "featureWeight", featureWeight);
  }

  public Projection withSeed(long seed) {
    return Defaults.with(this, "seed", seed);
  }

  /** As {@link #of(Trained, ImageSet, Integer, Progress)}, each image as of its own class. */
  public Projected of(Trained trained, ImageSet set, Progress progress) {
    return of(trained, set, null, progress);
  }

  /**
   * Projects images; truncation, where the model was given any, is not looked at.
   *
   * @param ofClass the class that all are to be made as; null for that of each image, where the
   *     model knows classes
   * @param progress is told the mean loss of the images at work
   * @throws dev.figment.UsageException if the model cannot, or if the images are of another shape
   *     or, where it has to be told them, without its classes
   */
  public Projected of(Trained trained, ImageSet set, @Nullable Integer ofClass, Progress progress) {
    Invertible model = trained.as(Invertible.class, "project");
    trained.requirePictures("project");
    new AcceptedExamples(trained.form(), ofClass == null ? trained.classes().count() : 0)
        .require(set);
    return new PointSearch(this, trained, model, ofClass).of(set, progress);
  }
}
