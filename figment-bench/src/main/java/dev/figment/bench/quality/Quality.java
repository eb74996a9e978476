package dev.figment.bench.quality;

import dev.figment.Progress;
import dev.figment.latent.ExpectationMaximization;
import dev.figment.latent.GaussianMixture;
import dev.figment.metric.Estimate;
import dev.figment.metric.Measurement;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.evaluation.Sampling;
import dev.figment.run.exploration.MixturePrior;
import dev.figment.run.exploration.Trained;
import dev.figment.run.folder.CheckpointChoice;
import dev.figment.tensor.RandomStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Of standard normal points. */
  static Quality ofNormal(
      String name, Path run, TimeMark mark, int count, Settings settings, Progress progress) {
    try (Run opened = at(mark, run, settings)) {
      Trained trained = opened.trained();
      return measured(name, mark, opened, trained, Sampling.of(trained, count, SEED), progress);
    }
  }

  /** Of points of a mixture that is fitted on those of training images. */
  static Quality ofMixture(
      String name, Path run, TimeMark mark, int count, Settings settings, Progress progress) {
    try (Run opened = at(mark, run, settings)) {
      Trained trained = opened.trained();
      GaussianMixture mixture =
          MixturePrior.of(trained, opened::data)
              .fit(ExpectationMaximization.of(COMPONENTS), progress);
      Sampling sampling =
          new Sampling(
              count,
              SEED,
              "mixture of " + COMPONENTS,
              n -> mixture.sample(n, RandomStream.named("sample", SEED)).values(),
              null);
      return measured(name, mark, opened, trained, sampling, progress);
    }
  }

  private static Run at(TimeMark mark, Path run, Settings settings) {
    return Run.open(run, settings.withCheckpoint(CheckpointChoice.of(mark.step())));
  }

  private static Quality measured(
      String name, TimeMark mark, Run run, Trained trained, Sampling sampling, Progress progress) {
    Map<String, Estimate> values = new LinkedHashMap<>();
    for (Measurement each : sampling.carryOut(run, trained, METRICS, progress).measurements()) {
      values.put(each.metric(), each.estimate());
    }
    values.keySet().removeIf(metric -> metric.contains("/"));
    return new Quality(name, mark.minutes(), mark.step(), values);
  }
}
