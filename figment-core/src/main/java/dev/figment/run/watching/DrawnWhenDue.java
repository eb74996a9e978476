package dev.figment.run.watching;

import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Schedule;

/**
 * A picture of the course of a training, drawn anew when it is due and at the end.
 *
 * @param schedule when it is drawn, besides at the end
 */
record DrawnWhenDue(Schedule schedule, Runnable drawing) implements Listener {
  @Override
  public void onStep(Clock clock) {
    if (schedule.isDue(clock) && !clock.isFinished()) {
      drawing.run();
    }
  }

  @Override
  public void onEnd(Clock clock) {
    drawing.run();
  }
}
