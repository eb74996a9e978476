package dev.figment.bench.soak;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.train.Listener;
import dev.figment.train.Tick;
import dev.figment.train.WatchRecipe;
import java.nio.file.Path;

/** One training with snapshots, metrics and checkpoints, each of them often. */
final class LongTraining {
  private LongTraining() {}

  /**
   * The GAN of digits that Figment draws, in small batches.
   *
   * @param every how many steps lie between two checkpoints; five times as many between two
   *     snapshots, and between two measurements
   * @param metrics of samples
   */
  static Recipe recipe(int every, String... metrics) {
    Recipe recipe =
        Recipes.named("glyphs-dcgan")
            .with("train", "{batch: 16, steps: 100000000}")
            .with("watch.tickSteps", 10)
            .with("watch.snapshots", "{everySteps: %d, grid: 4x4}".formatted(5 * every))
            .with("watch.checkpoints", "{everySteps: %d, keep: 2}".formatted(every));
    WatchRecipe.Metrics watched = WatchRecipe.Metrics.everySteps(5 * every, metrics);
    return recipe.withWatch(recipe.watch().withMetrics(watched));
  }

  /** Looks at ticks alone: between them a step's scalars are on their way. */
  static Readings run(Path folder, Recipe recipe, Pace pace) {
    Readings readings = new Readings();
    try (Run run = Run.create(folder, recipe, Settings.DEFAULT)) {
      run.train(
          Listener.ofTicks(
              tick -> {
                look(tick, pace, readings);
                if (pace.isOver(tick.step())) {
                  run.stop();
                }
              }));
    }
    return readings;
  }

  private static void look(Tick tick, Pace pace, Readings readings) {
    if (pace.isDue(tick.step())) {
      readings.add(Reading.at(tick.step()));
    }
  }
}
