package dev.figment.run.watching;

import dev.figment.DiskException;
import dev.figment.ExitCode;
import dev.figment.FigmentException;
import dev.figment.ShellWord;
import dev.figment.run.folder.BestStep;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import dev.figment.train.Checkpoints;
import dev.figment.train.Clock;
import dev.figment.train.EpochLength;
import dev.figment.train.Listener;
import dev.figment.train.NonFinite;
import dev.figment.train.Retention;
import dev.figment.train.TrainingState;
import dev.figment.train.WatchRecipe;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes checkpoints when they are due, and when training ends early. A checkpoint vouches for what
 * the run shows of its step and of those before: it comes after those who write that, so that a
 * training that goes on from it has all of it, and makes again what is not there.
 *
 * <p>Where the disk does not take one, that is a warning; after {@value #MOST_FAILURES} in a row,
 * or where it is the last, training ends.
 */
final class CheckpointKeeper implements Listener {
  static final int MOST_FAILURES = 3;

  private final RunFolder folder;
  private final Checkpoints checkpoints;
  private final TrainingState state;
  private final WatchRecipe watch;
  private final BestStep best;
  private final Map<String, String> metadata;
  private final List<PatientLines> lines;
  private final Consumer<String> warnings;
  private long written = -1;
  private int failures;

  /**
   * @param metadata what checkpoints say of themselves
   * @param lines that each vouches for
   */
  CheckpointKeeper(
      RunFolder folder,
      TrainingState state,
      WatchRecipe watch,
      Map<String, String> metadata,
      List<PatientLines> lines,
      Consumer<String> warnings) {
    this.folder = folder;
    this.checkpoints = folder.checkpoints();
    this.state = state;
    this.watch = watch;
    this.best = new BestStep(folder);
    this.metadata = metadata;
    this.lines = lines;
    this.warnings = warnings;
  }

  @Override
  public void onStart(Clock clock) {
    written = clock.step();
    checkpoints.letGo(written, retention(clock));
  }

  @Override
  public void onStep(Clock clock) {
    if (watch.checkpoints().isDue(clock)
        || watch.metrics() != null && watch.metrics().isDue(clock)) {
      attempt(clock);
    }
  }

  private void attempt(Clock clock) {
    try {
      write(clock);
      failures = 0;
    } catch (DiskException e) {
      failures++;
      if (failures == MOST_FAILURES) {
        throw given(failures + " checkpoints in a row", clock, e);
      }
      warnings.accept(
          "step %d: no checkpoint, %d in a row; after %d training ends. Make room: %s"
              .formatted(clock.step(), failures, MOST_FAILURES, e.getMessage()));
    }
  }

  /** At the end of a stretch, before those who draw what it came to: who stops it waits. */
  Listener atEnd() {
    return new Listener() {
      @Override
      public void onEnd(Clock clock) {
        try {
          write(clock);
        } catch (DiskException e) {
          throw given("the last checkpoint", clock, e);
        }
      }
    };
  }

  private FigmentException given(String what, Clock clock, DiskException failure) {
    return new FigmentException(
        ExitCode.DISK,
        "%s, step %d: %s could not be written: %s. Make room, and go on from %s: figment resume %s"
            .formatted(
                folder.path(),
                clock.step(),
                what,
                failure.getMessage(),
                written > 0 ? "step " + written : "the start",
                ShellWord.of(folder.path())),
        failure);
  }

  private void write(Clock clock) {
    if (written != clock.step()) {
      state.statistics().drain();
      lines.forEach(PatientLines::flush);
      checkpoints.write(state, metadata, retention(clock));
      written = clock.step();
    }
  }

  /** What the recipe says, the weights of the best step, and what a roll back needs. */
  private Retention retention(Clock clock) {
    WatchRecipe.Checkpoints recipe = watch.checkpoints();
    EpochLength epoch = clock.epochLength();
    OptionalLong bestStep = best.among(steps(clock.step()));
    boolean goesBack = clock.length().failures().nonFinite() == NonFinite.ROLL_BACK;
    return new Retention(
        recipe.keep().resumable(),
        step -> recipe.stays(step, epoch) || bestStep.equals(OptionalLong.of(step)),
        step -> goesBack && recipe.isDue(step, epoch));
  }

  /** Of those that there are, and of the one to be written. */
  private Set<Long> steps(long next) {
    return Stream.concat(checkpoints.all().stream().map(Checkpoint::stepInName), Stream.of(next))
        .collect(Collectors.toSet());
  }
}
