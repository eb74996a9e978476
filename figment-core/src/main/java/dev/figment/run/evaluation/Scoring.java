package dev.figment.run.evaluation;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.metric.AnomalyScores;
import dev.figment.model.Codec;
import dev.figment.model.Validated;
import dev.figment.run.Run;
import dev.figment.run.exploration.Trained;

/** Scores examples by how unusual they are to the model of a run. */
record Scoring(Trained trained, Validated model, long seed) {
  /**
   * @throws UsageException if the model cannot reconstruct, or has to be told classes: what is
   *     unusual belongs to none
   */
  static Scoring of(Run run) {
    Trained trained = run.trained();
    Codec codec = trained.as(Codec.class, "find anomalies");
    UsageException.require(
        codec.classes() == 0,
        "%s: expected a model that finds anomalies by itself, got one (%s) that has to be told the"
            + " class of each image. Train one that is not told.",
        run.folder().path(),
        run.recipe().recipe());
    Validated model = trained.as(Validated.class, "find anomalies");
    return new Scoring(trained, model, run.recipe().seed());
  }

  AnomalyScores of(ImageSet set, Progress progress) {
    return AnomalyScores.of(model, trained.examples(set), seed, progress);
  }
}
