package dev.figment.run;

import dev.figment.data.Batches;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.set.DataSplits;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeDifference;
import dev.figment.run.folder.CheckpointMetadata;
import dev.figment.run.folder.LogFile;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.watching.StandardListeners;
import dev.figment.run.watching.WatchContext;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Device;
import dev.figment.tensor.Processor;
import dev.figment.tensor.RandomStreams;
import dev.figment.train.Checkpoint;
import dev.figment.train.Checkpoints;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.StepObserver;
import dev.figment.train.StepThreads;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A recipe, its data, a model and a run folder, wired together for training. */
final class Training implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Training.class);
  private final TrainingState state;
  private final Trainer trainer;
  private final LogFile log;

  private Training(TrainingState state, Trainer trainer, LogFile log) {
    this.state = state;
    this.trainer = trainer;
    this.log = log;
  }

  /** Where the run's newest checkpoint is, or at the start where there is none. */
  static Training start(
      RunFolder folder,
      Recipe recipe,
      DataSplits data,
      Device device,
      StepObserver observer,
      List<Listener> listeners) {
    recipe.train().precision().requireOn(device);
    Checkpoints checkpoints = folder.checkpoints();
    checkpoints.sweep();
    Optional<Checkpoint> newest = checkpoints.newestResumable();
    List<String> told = new ArrayList<>();
    newest.ifPresent(checkpoint -> told.addAll(changes(recipe, checkpoint, folder)));
    told.forEach(LOG::info);
    recipe
        .train()
        .precision()
        .warning(Processor.flags())
        .ifPresent(
            why -> {
              LOG.warn("train.precision: {}", why);
              told.add("warning: train.precision: " + why);
            });
    ImageSet set = data.training();
    ExampleForm form = ExampleForm.of(set, recipe.data().range());
    newest.ifPresent(each -> each.requireFit(recipe.model().architectures(form)));
    Backend.load(); // waits for what may be loading since the start
    TrainingState state = state(recipe, device, set);
    try {
      if (newest.isPresent()) {
        newest.get().restore(state);
      } else if (recipe.train().init() != null) {
        InitialWeights.of(recipe.train().init()).into(state.model());
      }
      LogFile log = new LogFile(folder.log());
      List<Listener> all = new ArrayList<>(listeners);
      all.add(0, atStart(() -> told.forEach(log::append)));
      StandardListeners standard =
          new StandardListeners(WatchContext.of(folder, recipe, data, device));
      Trainer trainer =
          new Trainer(state, standard.of(state, CheckpointMetadata.of(recipe, set), all), observer);
      return new Training(state, trainer, log);
    } catch (RuntimeException e) {
      state.close();
      throw e;
    }
  }

  /** Learning rates that are others since a checkpoint. */
  private static List<String> changes(Recipe recipe, Checkpoint since, RunFolder folder) {
    return CheckpointMetadata.requireResumable(recipe, since, folder.recipeFile()).stream()
        .filter(RecipeDifference::movesWeights)
        .map(change -> "changed since step %d: %s".formatted(since.stepInName(), change))
        .toList();
  }

  private static Listener atStart(Runnable action) {
    return new Listener() {
      @Override
      public void onStart(Clock clock) {
        action.run();
      }
    };
  }

  private static TrainingState state(Recipe recipe, Device device, ImageSet set) {
    RandomStreams streams = new RandomStreams(recipe.seed());
    int batch = recipe.train().batch();
    ExampleForm form = ExampleForm.of(set, recipe.data().range());
    Batches batches =
        new Batches(
            set, recipe.data().range(), recipe.model().realExamples(batch), recipe.seed(), device);
    Clock clock = new Clock(recipe.train(), set.size());
    Model model = recipe.model().create(new ModelContext(form, batch, streams, device, set));
    try {
      StepThreads.set(model.networks(), batch);
      return TrainingState.atStart(model, streams, batches, clock, recipe.watch().tickSteps())
          .withPrecision(recipe.train().precision());
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  void run() {
    try {
      trainer.run();
    } catch (RuntimeException | Error e) {
      log.append("ended by an error: " + e.getMessage());
      throw e;
    }
  }

  void stop() {
    trainer.stop();
  }

  @Override
  public void close() {
    state.close();
  }
}
