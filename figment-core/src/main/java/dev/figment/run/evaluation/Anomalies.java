package dev.figment.run.evaluation;

import dev.figment.DataException;
import dev.figment.Progress;
import dev.figment.data.EvenlySpaced;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.metric.AnomalyScores;
import dev.figment.metric.Percentile;
import dev.figment.run.Run;
import dev.figment.run.exploration.Reconstructions;
import dev.figment.run.projection.Projection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How unusual images are to a run's model, beside those of the test split of its own set.
 *
 * @param scores of the images, in their order
 * @param images the same, and what the model makes of them
 * @param reference scores of the test split; null where there is none here
 * @param missing why there is none; null where there is one
 */
public record Anomalies(
    AnomalyScores scores,
    Reconstructions images,
    double @Nullable [] reference,
    @Nullable String missing) {
  /**
   * Scores images, of a GAN by {@link Projection#ANOGAN}, beside all of the test split.
   *
   * @param images as {@link dev.figment.data.set.ImageSets#ofFiles} has them
   * @throws dev.figment.UsageException if the model can neither reconstruct nor project
   */
  public static Anomalies of(Run run, ImageSet images, Progress progress) {
    return of(run, images, Projection.ANOGAN, null, progress);
  }

  /**
   * Scores images.
   *
   * @param projection by whose loss a GAN scores
   * @param examples how many of the test split, taken evenly; null for all
   */
  public static Anomalies of(
      Run run,
      ImageSet images,
      Projection projection,
      @Nullable Integer examples,
      Progress progress) {
    Scoring scoring = Scoring.of(run, projection);
    Scoring.Scored scored = scoring.withImages(images, progress);
    AnomalyScores scores = scored.scores();
    try {
      ImageSet test = EvenlySpaced.of(run.data(Split.TEST), examples);
      double[] reference = scoring.of(test, progress).values();
      return new Anomalies(scores, scored.images(), reference, null);
    } catch (DataException e) {
      return new Anomalies(scores, scored.images(), null, e.getMessage());
    }
  }

  /** The numbers of the images, the strangest first. */
  public List<Integer> ranking() {
    return IntStream.range(0, scores.values().length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores.values()[i]))
        .toList();
  }

  /** Where an image stands among those of the test split, 0 to 100; null where there is none. */
  public @Nullable Double percentile(int image) {
    return reference == null ? null : Percentile.of(scores.values()[image], reference);
  }
}
