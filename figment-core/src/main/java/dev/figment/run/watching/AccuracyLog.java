package dev.figment.run.watching;

import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.model.AdversarialModel.AccuracyMeasure;
import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code evaluationAccuracy/real} and {@code evaluationAccuracy/fake} in {@code metrics.jsonl}, at
 * each snapshot: how often the discriminator is right in evaluation mode, of real examples drawn
 * anew and of as many generated ones of new points. They come in batches of the training's size, at
 * least {@value #LEAST} of each kind. What is drawn at a step follows from the seed and the step,
 * by a stream of its own, so that looking never changes the outcome.
 */
final class AccuracyLog implements Listener {
  /** What marks its lines among validations and evaluations: the split of the real examples. */
  static final String KIND = "snapshot";

  /** Of the two statistics, before {@code /real} and {@code /fake}. */
  static final String NAME = "evaluationAccuracy";

  static final int LEAST = 100;

  private final WatchContext context;
  private final AccuracyMeasure measure;
  private final int batch;
  private final Schedule schedule;
  private final PatientLines log;
  private final List<Listener> listeners;

  /**
   * @param log of metrics
   * @param batch real examples that the model learns from at once
   * @param listeners hear of each result
   */
  AccuracyLog(
      WatchContext context,
      PatientLines log,
      AccuracyMeasure measure,
      int batch,
      List<Listener> listeners) {
    this.context = context;
    this.measure = measure;
    this.batch = batch;
    this.schedule = context.watch().snapshots().schedule();
    this.log = log;
    this.listeners = listeners;
  }

  @Override
  public void onStep(Clock clock) {
    if (schedule.isDue(clock)) {
      DiscriminatorAccuracy accuracy = measured(clock.step());
      log.append(line(clock, accuracy));
      listeners.forEach(each -> each.onAccuracy(clock, accuracy));
    }
  }

  private DiscriminatorAccuracy measured(long step) {
    RandomStream stream = RandomStream.named("accuracy-" + step, context.seed());
    List<DiscriminatorAccuracy> batches = new ArrayList<>();
    for (int shown = 0; shown < LEAST; shown += batch) {
      batches.add(ofBatch(stream));
    }
    return DiscriminatorAccuracy.mean(batches);
  }

  private DiscriminatorAccuracy ofBatch(RandomStream stream) {
    ImageSet set = context.data().training();
    try (Scope scope = Scope.open()) {
      int[] which = stream.ints(batch, 0, set.size()).toArray();
      return measure.of(Batch.of(set, context.range(), which, context.device()), stream);
    }
  }

  private static Map<String, Object> line(Clock clock, DiscriminatorAccuracy accuracy) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", clock.step());
    line.put("epoch", clock.epoch());
    line.put("kimg", clock.kimg());
    line.put(KIND, "train");
    line.put("examples", accuracy.examples());
    line.put(NAME + "/real", accuracy.real());
    line.put(NAME + "/fake", accuracy.fake());
    return line;
  }
}
