package dev.figment.run.evaluation;

import dev.figment.Progress;
import dev.figment.Progress.Task;
import dev.figment.data.Batch;
import dev.figment.metric.Estimate;
import dev.figment.metric.Examples;
import dev.figment.metric.Measurement;
import dev.figment.model.AdversarialModel.AccuracyMeasure;
import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a discriminator is right in evaluation mode, of examples that it did not learn from and
 * of as many new generated ones. About a half of both is what a perfect generator makes of it.
 *
 * @param batch how many it is shown at once: as many as in training
 */
record DiscriminatorMeasurements(AccuracyMeasure measure, int batch) {
  /** What it is asked for by. */
  static final String NAME = "discriminator-accuracy";

  private static final String REAL = "evaluationAccuracy/real";
  private static final String FAKE = "evaluationAccuracy/fake";
  private static final String UNIT = "share of examples";

  /** In whole batches; what is left over is not shown, unless there are fewer than one. */
  List<Measurement> of(Examples examples, long seed, Progress progress) {
    RandomStream stream = RandomStream.named("accuracy", seed);
    int size = Math.min(batch, examples.count());
    int batches = examples.count() / size;
    Task task = new Task(NAME, batches, "batches", "");
    List<DiscriminatorAccuracy> all = new ArrayList<>();
    for (int i = 0; i < batches; i++) {
      try (Scope scope = Scope.open()) {
        Batch real = examples.batch(i * size, (i + 1) * size);
        all.add(measure.of(real, stream));
      }
      progress.at(task, i + 1, 0);
    }
    DiscriminatorAccuracy mean = DiscriminatorAccuracy.mean(all);
    return List.of(
        new Measurement(REAL, Estimate.ofShare(mean.real(), mean.examples()), 0, UNIT),
        new Measurement(FAKE, Estimate.ofShare(mean.fake(), mean.examples()), 1, UNIT));
  }
}
