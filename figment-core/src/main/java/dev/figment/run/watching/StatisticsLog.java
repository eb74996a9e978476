package dev.figment.run.watching;

import dev.figment.train.Listener;
import dev.figment.train.Tick;

/**
 * {@code stats.jsonl}: a line for each tick.
 *
 * @param log its lines
 */
record StatisticsLog(PatientLines log) implements Listener {
  @Override
  public void onTick(Tick tick) {
    log.append(tick.toLine());
  }
}
