package dev.figment.run;

import dev.figment.UsageException;
import dev.figment.data.Batches;
import dev.figment.data.ImageSet;
import dev.figment.model.Model;
import dev.figment.model.Sampler;
import dev.figment.nn.Shape;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import dev.figment.train.Checkpoint;
import dev.figment.train.Checkpoints;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import dev.figment.train.WatchRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recipe, its data, a model and a run folder, wired together for training. */
final class Training implements AutoCloseable {
  private static final String EXAMPLE = "figment.example";
  private static final String RECIPE = "figment.recipe";

  private final TrainingState state;
  private final Trainer trainer;

  private Training(TrainingState state, Trainer trainer) {
    this.state = state;
    this.trainer = trainer;
  }

  /** Where the run's newest checkpoint is, or at the start where there is none. */
  static Training begin(
      RunFolder folder, Recipe recipe, ImageSet set, Device device, List<Listener> watching) {
    Checkpoints checkpoints = folder.checkpoints(recipe.watch().checkpoints().keep());
    checkpoints.sweep();
    Optional<Checkpoint> newest = checkpoints.newest();
    newest.ifPresent(checkpoint -> requireSame(recipe, checkpoint, folder));
    TrainingState state = state(recipe, device, set);
    try {
      newest.ifPresent(checkpoint -> checkpoint.restore(state));
      List<Listener> listeners = listeners(folder, recipe, set, device, state);
      listeners.addAll(watching);
      return new Training(state, new Trainer(state, listeners));
    } catch (RuntimeException e) {
      state.close();
      throw e;
    }
  }

  /** Checkpoints before pictures: what matters is safe first. */
  private static List<Listener> listeners(
      RunFolder folder, Recipe recipe, ImageSet set, Device device, TrainingState state) {
    WatchRecipe watch = recipe.watch();
    Checkpoints checkpoints = folder.checkpoints(watch.checkpoints().keep());
    List<Listener> listeners = new ArrayList<>();
    listeners.add(new StatisticsLog(folder));
    listeners.add(new CheckpointKeeper(checkpoints, state, watch, about(recipe, set)));
    listeners.add(
        new Harmless(new LossChart(folder, recipe.recipe(), watch.checkpoints().schedule())));
    if (state.model() instanceof Sampler sampler) {
      listeners.add(new Harmless(new Snapshots(folder, recipe, set, sampler, device)));
    }
    return listeners;
  }

  /** How long to train and what to watch may change; what decides the weights may not. */
  private static void requireSame(Recipe recipe, Checkpoint checkpoint, RunFolder folder) {
    String origin = checkpoint.folder() + "/" + RECIPE;
    Recipe then = RecipeFormat.read(checkpoint.metadata().get(RECIPE), origin);
    List<String> changed = new ArrayList<>();
    noteChange(changed, "seed", then.seed(), recipe.seed());
    noteChange(changed, "data", then.data(), recipe.data());
    noteChange(changed, "model", then.model(), recipe.model());
    noteChange(changed, "train.batch", then.train().batch(), recipe.train().batch());
    UsageException.require(
        changed.isEmpty(),
        "%s: expected the recipe of checkpoint %s, got another: %s changed. Change it back, or"
            + " train the new recipe in a run of its own.",
        folder.recipeFile(),
        checkpoint.folder().getFileName(),
        String.join(", ", changed));
  }

  private static void noteChange(List<String> changed, String key, Object then, Object now) {
    if (!then.equals(now)) {
      changed.add(key);
    }
  }

  private static TrainingState state(Recipe recipe, Device device, ImageSet set) {
    RandomStreams streams = new RandomStreams(recipe.seed());
    int batch = recipe.train().batch();
    Model model = recipe.model().create(set.shape(), batch, streams, device);
    Batches batches =
        new Batches(
            set, recipe.data().range(), recipe.model().realExamples(batch), recipe.seed(), device);
    return TrainingState.atStart(
        model, streams, batches, new Clock(recipe.train(), set.size()), recipe.watch().tickSteps());
  }

  private static Map<String, String> about(Recipe recipe, ImageSet set) {
    String sizes =
        String.join(",", Arrays.stream(set.shape().sizes()).mapToObj(String::valueOf).toList());
    return Map.of(RECIPE, recipe.toYaml(), EXAMPLE, sizes);
  }

  /** The shape of an example, as a checkpoint's weights say it. */
  static Shape exampleShape(Checkpoint checkpoint) {
    String sizes = checkpoint.metadata().get(EXAMPLE);
    return Shape.of(Arrays.stream(sizes.split(",")).mapToInt(Integer::parseInt).toArray());
  }

  void run() {
    trainer.run();
  }

  void stop() {
    trainer.stop();
  }

  @Override
  public void close() {
    state.close();
  }
}
