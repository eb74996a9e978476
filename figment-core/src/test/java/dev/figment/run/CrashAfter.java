package dev.figment.run;

import dev.figment.train.Clock;
import dev.figment.train.Listener;

/** Ends a training in the middle, with no chance to write anything. */
record CrashAfter(int steps) implements Listener {
  @Override
  public void onStep(Clock clock) {
    if (clock.step() == steps) {
      throw new IllegalStateException("crashed after step " + steps);
    }
  }
}
