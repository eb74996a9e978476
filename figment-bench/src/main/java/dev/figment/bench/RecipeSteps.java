package dev.figment.bench;

import dev.figment.data.Batches;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.recipe.Recipe;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.StepObserver;
import dev.figment.train.StepThreads;
import dev.figment.train.TrainRecipe;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import dev.figment.train.profile.Profile;
import dev.figment.train.profile.Profiler;
import java.util.List;

/** The training of a recipe one step at a time, each by the trainer itself. */
final class RecipeSteps implements AutoCloseable {
  private final int batch;
  private final int examples;
  private final RandomStreams streams;
  private final Model model;
  private final Batches batches;
  private long step;
  private long images;

  /** From the start. */
  RecipeSteps(Recipe recipe) {
    this(recipe, 0);
  }

  /**
   * @param shown real images that the training believes to have seen, for models whose work depends
   *     on it
   */
  RecipeSteps(Recipe recipe, long shown) {
    ImageSet set = RecipeExamples.of(recipe);
    Range range = recipe.data().range();
    this.batch = recipe.train().batch();
    this.examples = set.size();
    this.streams = new RandomStreams(recipe.seed());
    ExampleForm form = ExampleForm.of(set, range);
    this.model = recipe.model().create(new ModelContext(form, batch, streams, Device.CPU, set));
    StepThreads.set(model.networks(), batch);
    int reals = recipe.model().realExamples(batch);
    this.batches = new Batches(set, range, reals, recipe.seed(), Device.CPU);
    this.step = shown / batch;
    this.images = shown;
  }

  /** All phases of one step. */
  void step(Listener... watching) {
    run(1, StepObserver.NONE, watching);
  }

  /** Makes a step and says how long it took, in milliseconds. */
  double time() {
    return times(1)[0];
  }

  /** Makes steps in one training and says how long each took, in milliseconds. */
  double[] times(int steps) {
    StepTimes times = new StepTimes(steps);
    run(steps, StepObserver.NONE, times);
    return times.milliseconds();
  }

  private void run(int steps, StepObserver observer, Listener... watching) {
    Clock clock = new Clock(new TrainRecipe(batch, null, step + steps, null), examples);
    clock.resumeAt(step, images);
    TrainingState state = TrainingState.atStart(model, streams, batches, clock, steps);
    new Trainer(state, List.of(watching), observer).run();
    step = clock.step();
    images = clock.images();
  }

  /** Makes a step and says what it is made of. */
  Profile profile() {
    Profiler profiler = new Profiler(0, 1);
    run(1, profiler);
    return profiler.profile().orElseThrow();
  }

  /** Real images shown so far. */
  long images() {
    return images;
  }

  @Override
  public void close() {
    model.close();
  }
}
