package dev.figment.bench;

import dev.figment.train.Clock;
import dev.figment.train.Listener;

/** How long each step of a training takes, in milliseconds. */
final class StepTimes implements Listener {
  private final double[] milliseconds;
  private int made;
  private long since;

  StepTimes(int steps) {
    this.milliseconds = new double[steps];
  }

  @Override
  public void onStart(Clock clock) {
    since = System.nanoTime();
  }

  @Override
  public void onStep(Clock clock) {
    long now = System.nanoTime();
    milliseconds[made++] = (now - since) / 1e6;
    since = now;
  }

  double[] milliseconds() {
    return milliseconds.clone();
  }
}
