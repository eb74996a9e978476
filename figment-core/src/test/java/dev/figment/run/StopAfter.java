package dev.figment.run;

import dev.figment.train.Clock;
import dev.figment.train.Listener;

/** Stops a run after so many steps, as a user would. */
record StopAfter(Run run, int steps) implements Listener {
  static StopAfter steps(Run run, int steps) {
    return new StopAfter(run, steps);
  }

  @Override
  public void onStep(Clock clock) {
    if (clock.step() == steps) {
      run.stop();
    }
  }
}
