package dev.figment.run.watching;

import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoints;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Schedule;
import dev.figment.train.TrainingState;
import dev.figment.train.WatchRecipe;
import java.util.Map;

/** Writes checkpoints when they are due, and when training ends early. */
final class CheckpointKeeper implements Listener {
  private final Checkpoints checkpoints;
  private final TrainingState state;
  private final Schedule schedule;
  private final Map<String, String> metadata;
  private long written = -1;

  /**
   * @param metadata what checkpoints say of themselves
   */
  CheckpointKeeper(
      RunFolder folder,
      TrainingState state,
      WatchRecipe.Checkpoints recipe,
      Map<String, String> metadata) {
    this.checkpoints = folder.checkpoints(recipe.keep());
    this.state = state;
    this.schedule = recipe.schedule();
    this.metadata = metadata;
  }

  @Override
  public void onStart(Clock clock) {
    written = clock.step();
  }

  @Override
  public void onStep(Clock clock) {
    if (schedule.isDue(clock)) {
      write(clock);
    }
  }

  @Override
  public void onEnd(Clock clock) {
    write(clock);
  }

  private void write(Clock clock) {
    if (written != clock.step()) {
      state.statistics().drain();
      checkpoints.write(state, metadata);
      written = clock.step();
    }
  }
}
