package dev.figment.bench.quality;

import dev.figment.Progress;
import dev.figment.latent.ExpectationMaximization;
import dev.figment.latent.GaussianMixture;
import dev.figment.metric.Estimate;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.evaluation.Sampling;
import dev.figment.run.exploration.MixturePrior;
import dev.figment.run.exploration.Trained;
import dev.figment.run.folder.CheckpointChoice;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.folder.SampleResult;
import dev.figment.run.folder.SampleResults;
import dev.figment.run.quality.Generator;
import dev.figment.tensor.RandomStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What was measured of a model after a time.
 *
 * @param name of its row
 * @param values by the names of metrics
 */
record Quality(String name, double minutes, long step, Map<String, Estimate> values) {
  private static final List<String> METRICS =
      List.of("fd", "precision", "recall", "coverage", "swd");
  private static final int COMPONENTS = 10;
  private static final long SEED = 1;

  /**
   * Of points of a prior, as it was measured before or is now.
   *
   * @param name of its row
   * @param mixture whether points are drawn from a mixture that is fitted on those of training
   *     images; else they are standard normal
   */
  static Quality of(
      String name, Path run, TimeMark mark, boolean mixture, EqualTimeOptions options) {
    String prior = mixture ? "mixture of " + COMPONENTS : Generator.NORMAL;
    Map<String, Estimate> values =
        known(run, mark, prior, options.count)
            .orElseGet(() -> measured(run, mark, mixture ? prior : null, options));
    return new Quality(name, mark.minutes(), mark.step(), values);
  }

  private static Optional<Map<String, Estimate>> known(
      Path run, TimeMark mark, String prior, int count) {
    return new SampleResults(RunFolder.open(run))
        .all().stream()
            .filter(each -> each.step() == mark.step())
            .filter(each -> prior.equals(each.protocol().get("prior")))
            .filter(each -> String.valueOf(count).equals(each.protocol().get("generated")))
            .reduce((earlier, later) -> later)
            .map(Quality::values);
  }

  private static Map<String, Estimate> values(SampleResult result) {
    Map<String, Estimate> values = new LinkedHashMap<>();
    result.values().keySet().stream()
        .filter(metric -> !metric.contains("/"))
        .forEach(metric -> values.put(metric, result.estimate(metric)));
    return values;
  }

  private static Map<String, Estimate> measured(
      Path folder, TimeMark mark, String mixture, EqualTimeOptions options) {
    Settings settings = options.settings().withCheckpoint(CheckpointChoice.of(mark.step()));
    try (Run run = Run.open(folder, settings)) {
      Trained trained = run.trained();
      Sampling sampling =
          mixture == null
              ? Sampling.of(trained, options.count, SEED)
              : new Sampling(options.count, SEED, mixture, points(trained, run), null);
      sampling.carryOut(run, trained, METRICS, Progress.NONE);
    }
    return known(folder, mark, mixture == null ? Generator.NORMAL : mixture, options.count)
        .orElseThrow();
  }

  private static IntFunction<float[]> points(Trained trained, Run run) {
    GaussianMixture mixture =
        MixturePrior.of(trained, run::data)
            .fit(ExpectationMaximization.of(COMPONENTS), Progress.NONE);
    return count -> mixture.sample(count, RandomStream.named("sample", SEED)).values();
  }
}
