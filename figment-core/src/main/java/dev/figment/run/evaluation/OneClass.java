package dev.figment.run.evaluation;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.DataRecipe;
import dev.figment.data.EvenlySpaced;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.metric.AnomalyScores;
import dev.figment.metric.LinearBaseline;
import dev.figment.metric.RocAuc;
import dev.figment.run.Run;
import dev.figment.run.projection.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How well a run's model tells one class, that it has learned, from the others: the area under the
 * ROC of its anomaly scores on examples of the test split.
 *
 * @param score what it scores by: {@code mse}, {@code -elbo} or {@code anogan}
 * @param normal the class
 * @param learned the classes that the model has learned; only if it is the one class alone is this
 *     about anomalies
 * @param components of the baseline, PCA of the normal class's training images: as many as the
 *     model has latents, or fewer if there are fewer to find; 0 where the images are too large for
 *     it
 * @param against each other class in turn
 * @param all the others together
 */
public record OneClass(
    String score,
    String normal,
    List<String> learned,
    int components,
    List<Against> against,
    Against all) {
  /**
   * One comparison.
   *
   * @param anomalous the name of the other class
   * @param examples of it
   * @param auc of the model
   * @param pcaAuc of the baseline; null where there is none
   */
  public record Against(String anomalous, int examples, double auc, @Nullable Double pcaAuc) {}

  /**
   * Scores all classes of the run's set, of a GAN by {@link Projection#ANOGAN}, and all examples.
   *
   * @throws dev.figment.UsageException if the model can neither reconstruct nor project
   * @throws dev.figment.DataException if the set has no such class (the message names those that it
   *     has) or is not here
   */
  public static OneClass of(Run run, String normal, Progress progress) {
    return of(run, normal, Projection.ANOGAN, null, progress);
  }

  /**
   * Scores all classes of the run's set.
   *
   * @param projection by whose loss a GAN scores
   * @param examples how many of the test split, taken evenly; null for all
   * @throws dev.figment.UsageException as above, or if these are none of the normal class
   */
  public static OneClass of(
      Run run,
      String normal,
      Projection projection,
      @Nullable Integer examples,
      Progress progress) {
    Scoring scoring = Scoring.of(run, projection);
    DataRecipe data = run.recipe().data();
    ImageSet learned = run.open(data.withClasses(normal));
    ImageSet test =
        EvenlySpaced.of(run.open(data.withSplit(Split.TEST).withAllClasses()), examples);
    requireBoth(test, normal);
    int latents = scoring.trained().latentSize();
    LinearBaseline baseline =
        LinearBaseline.canFit(learned) ? LinearBaseline.fit(learned, latents) : null;
    AnomalyScores scores = scoring.of(test, progress);
    Comparison comparison =
        new Comparison(
            test, normal, scores.values(), baseline == null ? null : baseline.errors(test));
    List<String> others = comparison.others();
    return new OneClass(
        scores.name(),
        normal,
        scoring.trained().form().classes(),
        baseline == null ? 0 : baseline.components().count(),
        others.stream().map(name -> comparison.against(name, List.of(name))).toList(),
        comparison.against("all others", others));
  }

  private static void requireBoth(ImageSet test, String normal) {
    UsageException.require(
        test.classes().size() > 1, "%s: expected other classes than %s", test.name(), normal);
    long normals =
        Arrays.stream(test.labels())
            .filter(label -> test.classes().get(label).equals(normal))
            .count();
    UsageException.require(
        normals > 0 && normals < test.size(),
        "examples: expected some of %s and of others, got %d of one kind alone. Take more.",
        normal,
        test.size());
  }

  /** Whether the model has learned the normal class and no other. */
  public boolean hasSeenOnlyNormal() {
    return learned.equals(List.of(normal));
  }

  /**
   * Scores of one set by two models.
   *
   * @param baseline null where there is none
   */
  private record Comparison(
      ImageSet set, String normal, double[] scores, double @Nullable [] baseline) {
    /** The other classes that have examples. */
    List<String> others() {
      return set.classes().stream()
          .filter(name -> !name.equals(normal) && indices(List.of(name)).length > 0)
          .toList();
    }

    Against against(String name, List<String> classes) {
      int[] anomalous = indices(classes);
      return new Against(
          name,
          anomalous.length,
          auc(scores, anomalous),
          baseline == null ? null : auc(baseline, anomalous));
    }

    private double auc(double[] of, int[] anomalous) {
      return RocAuc.of(at(indices(List.of(normal)), of), at(anomalous, of));
    }

    private int[] indices(List<String> classes) {
      return IntStream.range(0, set.size())
          .filter(i -> classes.contains(set.classes().get(set.label(i))))
          .toArray();
    }

    private static double[] at(int[] indices, double[] scores) {
      return Arrays.stream(indices).mapToDouble(i -> scores[i]).toArray();
    }
  }
}
