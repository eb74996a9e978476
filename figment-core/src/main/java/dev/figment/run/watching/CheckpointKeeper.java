package dev.figment.run.watching;

import dev.figment.run.folder.BestStep;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import dev.figment.train.Checkpoints;
import dev.figment.train.Clock;
import dev.figment.train.EpochLength;
import dev.figment.train.Listener;
import dev.figment.train.TrainingState;
import dev.figment.train.WatchRecipe;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes checkpoints when they are due, and when training ends early. */
final class CheckpointKeeper implements Listener {
  private final Checkpoints checkpoints;
  private final TrainingState state;
  private final WatchRecipe watch;
  private final BestStep best;
  private final Map<String, String> metadata;
  private long written = -1;

  /**
   * @param metadata what checkpoints say of themselves
   */
  CheckpointKeeper(
      RunFolder folder, TrainingState state, WatchRecipe watch, Map<String, String> metadata) {
    this.checkpoints = folder.checkpoints();
    this.state = state;
    this.watch = watch;
    this.best = new BestStep(folder);
    this.metadata = metadata;
  }

  @Override
  public void onStart(Clock clock) {
    written = clock.step();
  }

  @Override
  public void onStep(Clock clock) {
    if (watch.checkpoints().isDue(clock)
        || watch.metrics() != null && watch.metrics().isDue(clock)) {
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
      EpochLength epoch = clock.epochLength();
      OptionalLong bestStep = best.among(steps());
      checkpoints.write(
          state,
          metadata,
          watch.checkpoints().keep().resumable(),
          step -> watch.checkpoints().stays(step, epoch) || bestStep.equals(OptionalLong.of(step)));
      written = clock.step();
    }
  }

  private Set<Long> steps() {
    return checkpoints.all().stream().map(Checkpoint::stepInName).collect(Collectors.toSet());
  }
}
