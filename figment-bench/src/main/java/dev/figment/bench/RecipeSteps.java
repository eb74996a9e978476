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
import dev.figment.train.Precision;
import dev.figment.train.StepObserver;
import dev.figment.train.StepThreads;
import dev.figment.train.TrainRecipe;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import dev.figment.train.profile.Profile;
import dev.figment.train.profile.Profiler;
import java.util.List;

/**
 * The training of a recipe on {@link RecipeExamples}, by the trainer itself: as one training that
 * is measured, or one step at a time.
 */
public final class RecipeSteps implements AutoCloseable {
  private final int batch;
  private final int ticks;
  private final int examples;
  private final Precision precision;
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
  public RecipeSteps(Recipe recipe, long shown) {
    ImageSet set = RecipeExamples.of(recipe);
    Range range = recipe.data().range();
    this.batch = recipe.train().batch();
    this.ticks = recipe.watch().tickSteps();
    this.examples = set.size();
    this.precision = recipe.train().precision();
    this.streams = new RandomStreams(recipe.seed());
    ExampleForm form = ExampleForm.of(set, range);
    this.model = recipe.model().create(new ModelContext(form, batch, streams, Device.CPU, set));
    StepThreads.set(model.networks(), batch);
    int reals = recipe.model().realExamples(batch);
    this.batches = new Batches(set, range, reals, recipe.seed(), Device.CPU);
    this.step = shown / batch;
    this.images = shown;
  }

  /** Makes steps in one training, with the recipe's own ticks, until enough are measured. */
  public void measure(StepTimes times) {
    Clock clock = clock(Long.MAX_VALUE);
    Trainer trainer = trainer(clock, ticks, StepObserver.NONE, times);
    times.thenDo(trainer::stop);
    run(trainer, clock);
  }

  /** All phases of one step, a training of its own: all that is watched is due in it. */
  void step(Listener... watching) {
    step(StepObserver.NONE, watching);
  }

  private void step(StepObserver observer, Listener... watching) {
    Clock clock = clock(step + 1);
    run(trainer(clock, 1, observer, watching), clock);
  }

  /** Makes such a step and says how long it took, in milliseconds. */
  double time() {
    long start = System.nanoTime();
    step();
    return (System.nanoTime() - start) / 1e6;
  }

  private Clock clock(long end) {
    Clock clock = new Clock(TrainRecipe.ofBatch(batch).withSteps(end), examples);
    clock.resumeAt(step, images);
    return clock;
  }

  private Trainer trainer(Clock clock, int tickSteps, StepObserver observer, Listener... watching) {
    TrainingState state =
        TrainingState.atStart(model, streams, batches, clock, tickSteps).withPrecision(precision);
    return new Trainer(state, List.of(watching), observer);
  }

  private void run(Trainer trainer, Clock clock) {
    trainer.run();
    step = clock.step();
    images = clock.images();
  }

  /** Makes a step and says what it is made of. */
  Profile profile() {
    Profiler profiler = new Profiler(0, 1);
    step(profiler);
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
