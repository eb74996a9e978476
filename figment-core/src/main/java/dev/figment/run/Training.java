package dev.figment.run;

import dev.figment.data.set.DataSplits;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.CheckpointMetadata;
import dev.figment.run.folder.LogFile;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.watching.StandardListeners;
import dev.figment.run.watching.WatchContext;
import dev.figment.tensor.Backend;
import dev.figment.train.Checkpoint;
import dev.figment.train.Checkpoints;
import dev.figment.train.Clock;
import dev.figment.train.DivergedException;
import dev.figment.train.Listener;
import dev.figment.train.NonFinite;
import dev.figment.train.RollBack;
import dev.figment.train.StepObserver;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recipe, its data, a model and a run folder, wired together for training: from the newest
 * checkpoint to the end, and back to an earlier one where it diverges and the recipe says so.
 *
 * @param observer is told of the parts of each step
 * @param listeners after the run's own
 */
record Training(
    RunFolder folder,
    Recipe recipe,
    DataSplits data,
    Settings settings,
    StepObserver observer,
    List<Listener> listeners,
    Stop stop) {
  private static final Logger LOG = LoggerFactory.getLogger(Training.class);

  /** Ends a training after the step at hand; from any thread, at any time. */
  static final class Stop {
    private boolean asked;
    private @Nullable Trainer running;

    synchronized void now() {
      asked = true;
      if (running != null) {
        running.stop();
      }
    }

    private synchronized void with(Trainer trainer) {
      running = trainer;
      if (asked) {
        trainer.stop();
      }
    }
  }

  void run() {
    LogFile log = new LogFile(folder.log());
    try {
      train(log);
    } catch (RuntimeException | Error e) {
      log.append("ended by an error: " + e.getMessage());
      throw e;
    }
  }

  private void train(LogFile log) {
    Checkpoints checkpoints = folder.checkpoints();
    folder.sweep();
    Optional<Checkpoint> from = checkpoints.newestResumable();
    TrainingSetup setup = new TrainingSetup(recipe, data.training(), settings.device());
    List<String> told = new StartingPoint(folder, setup, settings.forced()).check(from);
    Backend.load(); // waits for what may be loading since the start
    int rollBacks = from.map(Checkpoint::rollBacks).orElse(0);
    Optional<DivergedException> diverged = attempt(setup, from, rollBacks, log, told);
    while (diverged.isPresent()) {
      from = new ReturnPoint(checkpoints, recipe, setup.set().size()).take(rollBacks);
      rollBacks++;
      told = List.of(rollBack(diverged.get(), from, rollBacks));
      diverged = attempt(setup, from, rollBacks, log, told);
    }
  }

  /** Trains; empty where it came to the end, or was stopped, and does not have to go back. */
  private Optional<DivergedException> attempt(
      TrainingSetup setup,
      Optional<Checkpoint> from,
      int rollBacks,
      LogFile log,
      List<String> told) {
    TrainingState state = setup.at(from, rollBacks);
    try (state) {
      Trainer trainer = new Trainer(state, listeners(state, log, told), observer);
      stop.with(trainer);
      trainer.run();
      return Optional.empty();
    } catch (DivergedException e) {
      if (recipe.train().failures().nonFinite() == NonFinite.STOP) {
        throw e;
      }
      if (rollBacks == RollBack.MOST) {
        throw e.afterRollBacks();
      }
      return Optional.of(e);
    } catch (RuntimeException | OutOfMemoryError e) { // its memory is free again
      if (OutOfMemory.is(e)) {
        throw OutOfMemory.at(state.clock(), e, setup);
      }
      throw e;
    }
  }

  private List<Listener> listeners(TrainingState state, LogFile log, List<String> told) {
    List<Listener> all = new ArrayList<>(listeners);
    all.add(
        0,
        new Listener() {
          @Override
          public void onStart(Clock clock) {
            told.forEach(log::append);
          }
        });
    return new StandardListeners(WatchContext.of(folder, recipe, data, settings.device()))
        .of(state, CheckpointMetadata.of(recipe, data.training()), all);
  }

  private static String rollBack(DivergedException diverged, Optional<Checkpoint> to, int times) {
    String words =
        "%s: back to step %d with learning rates × %s and another order of the data (%d of %d)"
            .formatted(
                diverged.reason(),
                to.map(Checkpoint::stepInName).orElse(0L),
                RollBack.learningRateFactor(times),
                times,
                RollBack.MOST);
    LOG.warn(words);
    return "rolled back: " + words;
  }
}
