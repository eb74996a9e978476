package dev.figment.bench.peer;

import dev.figment.bench.MedianAndRange;
import dev.figment.bench.PeakMemory;
import dev.figment.bench.RecipeExamples;
import dev.figment.data.Batches;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import dev.figment.train.Clock;
import dev.figment.train.StepThreads;
import dev.figment.train.TrainRecipe;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import java.io.IOException;
import java.util.List;

/**
 * Figment's side of a {@link TrainingStep}, a process of its own: one training as the trainer does
 * it, with the recipe's own ticks, on examples made in memory.
 */
public final class FigmentStep {
  private FigmentStep() {}

  /** What {@link FigmentTurn} takes, then the recipe and how many images were shown before. */
  public static void main(String[] args) throws IOException, InterruptedException {
    FigmentTurn.of(
        args,
        turn -> {
          StepTimes times = new StepTimes(turn.steps(), turn.seconds());
          run(Recipes.find(turn.work().get(0)), Long.parseLong(turn.work().get(1)), times);
          return measured(times);
        });
  }

  private static void run(Recipe recipe, long shown, StepTimes times) {
    ImageSet set = RecipeExamples.of(recipe);
    ExampleForm form = ExampleForm.of(set, recipe.data().range());
    int batch = recipe.train().batch();
    RandomStreams streams = new RandomStreams(recipe.seed());
    Model model = recipe.model().create(new ModelContext(form, batch, streams, Device.CPU, set));
    StepThreads.set(model.networks(), batch);
    Batches batches =
        new Batches(
            set, form.range(), recipe.model().realExamples(batch), recipe.seed(), Device.CPU);
    Clock clock = new Clock(TrainRecipe.ofBatch(batch).withSteps(Long.MAX_VALUE), set.size());
    clock.resumeAt(shown / batch, shown);
    int ticks = recipe.watch().tickSteps();
    try (TrainingState state = TrainingState.atStart(model, streams, batches, clock, ticks)) {
      Trainer trainer = new Trainer(state, List.of(times));
      times.thenDo(trainer::stop);
      trainer.run();
    }
  }

  private static Measurement measured(StepTimes times) throws IOException {
    return new Measurement(
        MedianAndRange.of(times.milliseconds()).median(),
        times.imagesPerStep(),
        PeakMemory.megabytes(),
        times.first());
  }
}
