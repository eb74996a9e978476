package dev.figment.run.watching;

import dev.figment.data.ImageSet;
import dev.figment.metric.Validation;
import dev.figment.model.Validated;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Schedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code metrics.jsonl}: a line for each validation on examples that are not learned from. Draws
 * from a stream of its own, so that looking never changes the outcome.
 */
final class ValidationLog implements Listener {
  private final WatchContext context;
  private final Validated model;
  private final ImageSet test;
  private final Schedule schedule;
  private final PatientLines log;
  private final List<Listener> listeners;

  /**
   * @param log of metrics
   * @param test what is validated on
   * @param listeners hear of each result
   */
  ValidationLog(
      WatchContext context,
      PatientLines log,
      Validated model,
      ImageSet test,
      List<Listener> listeners) {
    this.context = context;
    this.model = model;
    this.test = test;
    this.schedule = context.watch().validation().schedule();
    this.log = log;
    this.listeners = listeners;
  }

  @Override
  public void onStep(Clock clock) {
    if (schedule.isDue(clock)) {
      Validation result =
          Validation.of(model, test, context.range(), context.device(), context.seed());
      log.append(line(clock, result));
      listeners.forEach(each -> each.onValidation(clock, result));
    }
  }

  private static Map<String, Object> line(Clock clock, Validation result) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", clock.step());
    line.put("epoch", clock.epoch());
    line.put("kimg", clock.kimg());
    line.put("validation", "test");
    line.put("examples", result.examples());
    line.putAll(result.means());
    return line;
  }
}
