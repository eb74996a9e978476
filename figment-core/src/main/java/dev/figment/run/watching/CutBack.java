package dev.figment.run.watching;

import dev.figment.run.folder.LostSteps;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Clock;
import dev.figment.train.Listener;

/** Clears a folder of the steps that a training is about to make again. */
record CutBack(RunFolder folder) implements Listener {
  @Override
  public void onStart(Clock clock) {
    new LostSteps(folder, clock.step()).cutBack();
  }
}
