package dev.figment.run.watching;

import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Tick;

/** {@code stats.jsonl}: a line for each tick. */
final class StatisticsLog implements Listener {
  private final JsonLines log;

  StatisticsLog(RunFolder folder) {
    this.log = new JsonLines(folder.statistics());
  }

  @Override
  public void onStart(Clock clock) {
    log.truncate(clock.step());
  }

  @Override
  public void onTick(Tick tick) {
    log.append(tick.toLine());
  }
}
