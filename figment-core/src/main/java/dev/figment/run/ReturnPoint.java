package dev.figment.run;

import dev.figment.recipe.Recipe;
import dev.figment.train.Checkpoint;
import dev.figment.train.Checkpoints;
import dev.figment.train.Clock;
import dev.figment.train.EpochLength;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Where a training that diverged goes back to: the newest checkpoint that fell due, the one before
 * where it went back there already, since weights may have been lost before a number was; or the
 * start before the first. One that was written since somebody stopped the training does not count,
 * so that a run that was interrupted goes back to where another does.
 *
 * @param examples in the set
 */
record ReturnPoint(Checkpoints checkpoints, Recipe recipe, int examples) {
  /**
   * Finds it, and deletes the checkpoints behind it.
   *
   * @param rollBacks how often the training went back until now
   */
  Optional<Checkpoint> take(int rollBacks) {
    Optional<Checkpoint> found = find(rollBacks);
    checkpoints.deleteAfter(found.map(Checkpoint::stepInName).orElse(0L));
    return found;
  }

  private Optional<Checkpoint> find(int rollBacks) {
    List<Checkpoint> all = checkpoints.resumable();
    List<Checkpoint> due = all.stream().filter(each -> isDue(each.stepInName())).toList();
    if (due.isEmpty()) {
      boolean madeRoom = !all.isEmpty() && anyDueBefore(all.get(0).stepInName());
      return madeRoom ? Optional.of(all.get(0)) : Optional.empty();
    }
    Checkpoint newest = due.get(0);
    if (newest.rollBacks() == rollBacks) { // of this attempt
      return Optional.of(newest);
    }
    if (due.size() > 1) {
      return Optional.of(due.get(1));
    }
    return anyDueBefore(newest.stepInName()) ? Optional.of(newest) : Optional.empty();
  }

  private boolean isDue(long step) {
    EpochLength epoch = new Clock(recipe.train(), examples).epochLength();
    return recipe.watch().checkpoints().isDue(step, epoch);
  }

  private boolean anyDueBefore(long step) {
    return LongStream.range(1, step).anyMatch(this::isDue);
  }
}
