package dev.figment.run;

import dev.figment.UsageException;
import dev.figment.data.Batches;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.model.Model;
import dev.figment.model.Setup;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A recipe, its data, a model and a run folder, wired together for training. */
final class Training implements AutoCloseable {
  private static final String EXAMPLE = "figment.example";
  private static final String CLASSES = "figment.classes";
  private static final String RECIPE = "figment.recipe";
  private static final JsonMapper JSON = new JsonMapper();

  private final TrainingState state;
  private final Trainer trainer;

  private Training(TrainingState state, Trainer trainer) {
    this.state = state;
    this.trainer = trainer;
  }

  /** Where the run's newest checkpoint is, or at the start where there is none. */
  static Training begin(
      RunFolder folder, Recipe recipe, RunData data, Device device, List<Listener> watching) {
    Checkpoints checkpoints = folder.checkpoints(recipe.watch().checkpoints().keep());
    checkpoints.sweep();
    Optional<Checkpoint> newest = checkpoints.newest();
    newest.ifPresent(checkpoint -> requireSame(recipe, checkpoint, folder));
    ImageSet set = data.learned();
    TrainingState state = state(recipe, device, set);
    try {
      newest.ifPresent(checkpoint -> checkpoint.restore(state));
      Watchers watchers = new Watchers(folder, recipe, data, device);
      return new Training(
          state, new Trainer(state, watchers.of(state, about(recipe, set), watching)));
    } catch (RuntimeException e) {
      state.close();
      throw e;
    }
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
    ExampleForm form = ExampleForm.of(set, recipe.data().range());
    Model model = recipe.model().create(new Setup(form, batch, streams, device, set));
    Batches batches =
        new Batches(
            set, recipe.data().range(), recipe.model().realExamples(batch), recipe.seed(), device);
    return TrainingState.atStart(
        model, streams, batches, new Clock(recipe.train(), set.size()), recipe.watch().tickSteps());
  }

  private static Map<String, String> about(Recipe recipe, ImageSet set) {
    String sizes =
        String.join(",", Arrays.stream(set.shape().sizes()).mapToObj(String::valueOf).toList());
    String classes = JSON.writeValueAsString(set.classes());
    return Map.of(RECIPE, recipe.toYaml(), EXAMPLE, sizes, CLASSES, classes);
  }

  /** What the examples of a run are like, as a checkpoint's weights say it. */
  static ExampleForm exampleForm(Checkpoint checkpoint, Recipe recipe) {
    Map<String, String> about = checkpoint.metadata();
    int[] sizes =
        Arrays.stream(about.get(EXAMPLE).split(",")).mapToInt(Integer::parseInt).toArray();
    String[] classes = JSON.readValue(about.getOrDefault(CLASSES, "[]"), String[].class);
    return new ExampleForm(Shape.of(sizes), List.of(classes), recipe.data().range());
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
