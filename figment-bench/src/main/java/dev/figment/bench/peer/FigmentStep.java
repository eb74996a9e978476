package dev.figment.bench.peer;

import dev.figment.bench.PeakMemory;
import dev.figment.bench.RecipeSteps;
import dev.figment.bench.StepTimes;
import dev.figment.recipe.Recipes;
import java.io.IOException;

/**
 * Figment's side of a {@link TrainingStep}, a process of its own: one training as the trainer does
 * it, with the recipe's own ticks, on examples made in memory.
 */
public final class FigmentStep {
  private FigmentStep() {}

  /** What {@link FigmentTurn} takes, then the recipe and how many images were shown before. */
  public static void main(String[] args) throws IOException, InterruptedException {
    FigmentTurn.of(args, FigmentStep::measured);
  }

  private static Measurement measured(FigmentTurn turn) throws IOException {
    StepTimes times = new StepTimes(turn.steps(), turn.seconds());
    long shown = Long.parseLong(turn.work().get(1));
    try (RecipeSteps training = new RecipeSteps(Recipes.find(turn.work().get(0)), shown)) {
      training.measure(times);
    }
    return new Measurement(
        times.median(), times.imagesPerStep(), PeakMemory.megabytes(), times.first());
  }
}
