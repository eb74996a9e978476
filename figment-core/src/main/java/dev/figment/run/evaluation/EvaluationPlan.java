package dev.figment.run.evaluation;

import static dev.figment.UsageException.require;

import dev.figment.Nearest;
import dev.figment.Progress;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.metric.BitsPerDimension;
import dev.figment.metric.Estimate;
import dev.figment.metric.ExampleScores;
import dev.figment.metric.Examples;
import dev.figment.metric.NegativeLogLikelihood;
import dev.figment.model.Codec;
import dev.figment.model.DensityModel;
import dev.figment.model.Validated;
import dev.figment.recipe.Recipe;
import dev.figment.run.Run;
import dev.figment.run.exploration.Trained;
import dev.figment.run.folder.JsonLines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to measure of a run's model, and on which examples.
 *
 * @param metrics names of {@link Validated#validate}, and {@value #NLL}; null for all that is
 *     quick, which is all but that
 * @param samples of {@link NegativeLogLikelihood}
 * @param examples how many, taken evenly from the split; null for all
 */
public record EvaluationPlan(
    @Nullable List<String> metrics, int samples, @Nullable Integer examples, Split split) {
  /** The name of the negative log-likelihood, −log p(x). */
  public static final String NLL = "nll";

  private static final String PLAIN =
      ": a plain autoencoder has no density, it only restores what it is given";

  /**
   * @throws dev.figment.UsageException if a count is less than 1, or no metric is named
   */
  public EvaluationPlan {
    require(metrics == null || !metrics.isEmpty(), "metrics: expected at least one name");
    require(samples >= 1, "samples: expected at least 1, got %d", samples);
    require(examples == null || examples >= 1, "examples: expected at least 1, got %s", examples);
    metrics = metrics == null ? null : List.copyOf(metrics);
  }

  /**
   * Measures, and adds a line to the run's {@code metrics.jsonl}. What is drawn comes from the
   * recipe's seed, so that a validation of the same weights on the same examples says the same.
   *
   * @throws dev.figment.UsageException if the model cannot be measured so; the message says how it
   *     can be
   * @throws dev.figment.DataException if the split is missing or damaged
   */
  public Evaluation carryOut(Run run, Progress progress) {
    Trained trained = run.trained();
    Validated model = trained.as(Validated.class, "be measured on examples");
    ImageSet all = run.data(split);
    Examples chosen = trained.examples(EvenlySpaced.of(all, examples));
    List<String> known = ExampleScores.names(model, chosen);
    check(run, known, model);
    Recipe recipe = run.recipe();
    Evaluation evaluation =
        new Evaluation(
            trained.position().step(),
            trained.position().kimg(),
            recipe.data().withSplit(split),
            chosen.count(),
            all.size(),
            recipe.seed(),
            measure(model, chosen, known, recipe.seed(), progress));
    new JsonLines(run.folder().metrics()).append(evaluation.toLine());
    return evaluation;
  }

  private void check(Run run, List<String> known, Validated model) {
    boolean hasDensity = model instanceof DensityModel;
    List<String> names = new ArrayList<>(known);
    names.addAll(hasDensity ? List.of(NLL) : List.of());
    for (String each : metrics == null ? known : metrics) {
      require(
          !each.equals(NLL) || hasDensity,
          "metrics nll: %s: expected a model with a density p(x), got %s%s. It can be measured by"
              + " %s.",
          run.folder().path(),
          run.recipe().recipe(),
          model instanceof Codec ? PLAIN : "",
          String.join(", ", known));
      require(
          names.contains(each),
          "metrics: no metric %s of this model%s It can be measured by %s.",
          each,
          Nearest.hint(each, names).isEmpty() ? "." : Nearest.hint(each, names),
          String.join(", ", names));
    }
  }

  private List<Measurement> measure(
      Validated model, Examples on, List<String> known, long seed, Progress progress) {
    List<String> names = metrics == null ? known : metrics;
    List<Measurement> measurements = new ArrayList<>();
    if (names.stream().anyMatch(known::contains)) {
      ExampleScores scores = ExampleScores.of(model, on, seed, progress);
      known.stream()
          .filter(names::contains)
          .forEach(name -> measurements.add(Measurement.named(name, scores.estimate(name))));
    }
    if (names.contains(NLL)) {
      measurements.addAll(likelihood((DensityModel) model, on, seed, progress));
    }
    return measurements;
  }

  private List<Measurement> likelihood(
      DensityModel model, Examples on, long seed, Progress progress) {
    NegativeLogLikelihood nll = new NegativeLogLikelihood(samples);
    Estimate nats = nll.of(model, on, seed, progress);
    Estimate bits = BitsPerDimension.of(nats, on.set().shape().count());
    return List.of(
        new Measurement(nll.name(), nats, samples, "nats per example"),
        new Measurement(nll.name() + "-" + Measurement.BITS, bits, samples, "bits per dimension"));
  }
}
