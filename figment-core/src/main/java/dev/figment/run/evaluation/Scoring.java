package dev.figment.run.evaluation;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.metric.AnomalyScores;
import dev.figment.model.Codec;
import dev.figment.model.Invertible;
import dev.figment.model.Validated;
import dev.figment.run.Run;
import dev.figment.run.exploration.Reconstructions;
import dev.figment.run.exploration.Trained;
import dev.figment.run.projection.Projected;
import dev.figment.run.projection.Projection;

/**
 * Scores examples by how unusual they are to the model of a run: by {@link AnomalyScores}, or of a
 * model that does not encode by the loss of a {@link Projection}.
 *
 * @param projection of a model that does not encode
 */
record Scoring(Trained trained, Projection projection, long seed) {
  /** The name of AnoGAN's score. */
  static final String ANOGAN = "anogan";

  /**
   * Scores, and what the model makes of the examples.
   *
   * @param images in the order of the scores
   */
  record Scored(AnomalyScores scores, Reconstructions images) {}

  /**
   * @throws UsageException if the model can neither reconstruct nor project, or has to be told
   *     classes: what is unusual belongs to none
   */
  static Scoring of(Run run, Projection projection) {
    Trained trained = run.trained();
    if (!trained.is(Invertible.class)) {
      trained.as(Codec.class, "find anomalies");
    }
    UsageException.require(
        trained.classes().count() == 0,
        "%s: expected a model that finds anomalies by itself, got one (%s) that has to be told the"
            + " class of each image. Train one that is not told.",
        run.folder().path(),
        run.recipe().recipe());
    return new Scoring(trained, projection, run.recipe().seed());
  }

  private boolean projects() {
    return !trained.is(Codec.class);
  }

  AnomalyScores of(ImageSet set, Progress progress) {
    return projects() ? scores(projected(set, progress)) : validated(set, progress);
  }

  Scored withImages(ImageSet set, Progress progress) {
    if (projects()) {
      Projected projected = projected(set, progress);
      return new Scored(scores(projected), projected.images());
    }
    return new Scored(validated(set, progress), trained.reconstruct(set));
  }

  private AnomalyScores validated(ImageSet set, Progress progress) {
    Validated model = trained.as(Validated.class, "find anomalies");
    return AnomalyScores.of(model, trained.examples(set), seed, progress);
  }

  private Projected projected(ImageSet set, Progress progress) {
    return projection.of(trained, set, progress);
  }

  private static AnomalyScores scores(Projected projected) {
    return new AnomalyScores(ANOGAN, projected.losses());
  }
}
