package dev.figment.run.exploration;

import dev.figment.Progress;
import dev.figment.data.ImageSet;
import dev.figment.latent.ExpectationMaximization;
import dev.figment.latent.GaussianMixture;
import dev.figment.latent.Points;
import dev.figment.tensor.RandomStream;
import java.util.function.Supplier;

/**
 * Where a model's points lie, as a mixture of Gaussians: what an autoencoder can be sampled from,
 * which was taught no distribution of them.
 *
 * @param examples whose points it is fitted on
 */
public record MixturePrior(Trained trained, ImageSet examples) {
  /** More take minutes and change nothing that can be seen. */
  private static final int LIMIT = 10_000;

  /**
   * Of the examples that the run learned from; of many, 10,000 at random, the same every time.
   *
   * @param training the examples; not read where the model does not encode
   * @throws dev.figment.UsageException if the model does not encode
   */
  public static MixturePrior of(Trained trained, Supplier<ImageSet> training) {
    trained.codec();
    RandomStream stream = RandomStream.named("mixture/examples", trained.recipe().seed());
    return new MixturePrior(trained, RandomExamples.of(training.get(), LIMIT, stream));
  }

  /**
   * Fits it.
   *
   * @param progress is told the mean log-likelihood of a point, in nats
   * @throws dev.figment.UsageException if there are fewer examples than components
   */
  public GaussianMixture fit(ExpectationMaximization method, Progress progress) {
    Points points = new Points(trained.encode(examples), trained.codec().latentSize());
    return method.fit(points, RandomStream.named("mixture", 1), progress);
  }
}
