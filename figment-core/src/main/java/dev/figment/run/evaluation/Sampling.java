package dev.figment.run.evaluation;

import dev.figment.Progress;
import dev.figment.metric.MetricName;
import dev.figment.model.Model;
import dev.figment.model.Sampler;
import dev.figment.model.Truncation;
import dev.figment.run.Run;
import dev.figment.run.exploration.Trained;
import dev.figment.run.quality.Generator;
import dev.figment.run.quality.Reference;
import dev.figment.run.quality.SampleEvaluation;
import dev.figment.run.quality.SamplePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How images of a run's model are drawn to be measured, and by what.
 *
 * @param count how many, where the name of a metric does not say it
 * @param seed of the points
 * @param prior what points are drawn from
 * @param points so many of them, one after the other
 * @param extractor a file of the Inception network; null for a classifier of the run's own set
 */
public record Sampling(
    int count, long seed, String prior, IntFunction<float[]> points, @Nullable Path extractor) {
  /** Of standard normal points, by features of a classifier. */
  public static Sampling of(Trained trained, int count, long seed) {
    IntFunction<float[]> points = each -> trained.randomPoints(each, seed);
    return new Sampling(count, seed, Generator.NORMAL, points, null);
  }

  /**
   * Measures, and adds a line to the run's {@code metrics.jsonl}.
   *
   * @param trained the run's model, truncated as wished
   * @param metrics names as a person gives them; null for all that is quick
   * @throws dev.figment.UsageException if the model cannot be measured so
   * @throws dev.figment.DataException if the set that it learned from is missing or damaged
   */
  public SampleEvaluation carryOut(
      Run run, Trained trained, @Nullable List<String> metrics, Progress progress) {
    Generator generator = generator(trained);
    try (Reference reference = new Reference(run.realImages(), extractor)) {
      SamplePlan plan =
          metrics == null
              ? SamplePlan.suiting(generator, reference, count)
              : new SamplePlan(metrics.stream().map(this::parsed).toList());
      SampleEvaluation evaluation =
          plan.carryOut(generator, reference, trained.position(), progress);
      evaluation.addTo(run.folder());
      return evaluation;
    }
  }

  private MetricName parsed(String asked) {
    return MetricName.parse(asked, count, extractor != null);
  }

  private Generator generator(Trained trained) {
    Truncation truncation = trained.truncation();
    return new Generator(
        trained.is(Sampler.class) ? trained.sampler() : null,
        trained.chunked(),
        trained.form(),
        trained.device(),
        prior,
        points,
        seed,
        truncation == null ? null : truncation.psi(),
        Generator.weightsOf(trained.as(Model.class, "sample")));
  }
}
