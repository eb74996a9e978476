package dev.figment.run.evaluation;

import static dev.figment.UsageException.require;

import dev.figment.Nearest;
import dev.figment.Progress;
import dev.figment.data.EvenlySpaced;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.metric.Examples;
import dev.figment.metric.MetricName;
import dev.figment.model.Codec;
import dev.figment.model.Validated;
import dev.figment.recipe.Recipe;
import dev.figment.run.Run;
import dev.figment.run.exploration.Trained;
import dev.figment.run.folder.JsonLines;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to measure of a run's model on examples, and on which. What it generates is measured by
 * {@link Sampling}.
 *
 * @param metrics names of {@link Validated#validate}, {@value #NLL}, and of a GAN {@code
 *     discriminator-accuracy}; null for all that is quick, which is all but nll
 * @param samples of {@link dev.figment.metric.NegativeLogLikelihood}
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

  /** Whether anything of a model can be measured on examples. */
  public static boolean fits(Trained trained) {
    return ExampleMeasurements.fits(trained);
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
    if (!fits(trained)) {
      trained.as(Validated.class, "be measured on examples");
    }
    ImageSet all = run.data(split);
    Examples chosen = trained.examples(EvenlySpaced.of(all, examples));
    ExampleMeasurements known = ExampleMeasurements.of(trained, chosen, samples);
    check(trained, run, known);
    Recipe recipe = run.recipe();
    Evaluation evaluation =
        new Evaluation(
            trained.position().step(),
            trained.position().kimg(),
            recipe.data().withSplit(split),
            chosen.count(),
            all.size(),
            recipe.seed(),
            known.measure(metrics == null ? known.quick() : metrics, progress));
    new JsonLines(run.folder().metrics()).append(evaluation.toLine());
    return evaluation;
  }

  private void check(Trained trained, Run run, ExampleMeasurements known) {
    for (String each : metrics == null ? known.quick() : metrics) {
      require(
          !each.equals(NLL) || known.names().contains(NLL),
          "metrics nll: %s: expected a model with a density p(x), got %s%s. It can be measured by"
              + " %s.",
          run.folder().path(),
          run.recipe().recipe(),
          trained.is(Codec.class) ? PLAIN : "",
          String.join(", ", known.quick()));
      require(known.names().contains(each), "%s", unknown(each, known.names()));
    }
  }

  private static String unknown(String asked, List<String> names) {
    String hint =
        Nearest.hint(asked, Stream.concat(names.stream(), MetricName.known().stream()).toList());
    return "metrics: no metric %s of this model%s It can be measured by %s, and what it generates by %s."
        .formatted(
            asked,
            hint.isEmpty() ? "." : hint,
            names.stream().collect(Collectors.joining(", ")),
            String.join(", ", MetricName.known()));
  }
}
