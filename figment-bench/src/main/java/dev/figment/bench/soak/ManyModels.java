package dev.figment.bench.soak;

import dev.figment.format.Folders;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.exploration.Trained;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Models of several kinds, each trained for a few steps, used and closed, in one process. */
final class ManyModels {
  private static final int STEPS = 20;
  private static final List<Recipe> RECIPES =
      Stream.of("glyphs-dcgan", "ring-wgan-gp", "plane-linear-autoencoder", "ring-gan")
          .map(Recipes::named)
          .map(recipe -> recipe.with("train", "{batch: 16, steps: %d}".formatted(STEPS)))
          .toList();

  private ManyModels() {}

  /**
   * Trains them.
   *
   * @param every how many models are closed between two looks
   */
  static Readings run(Path folder, int models, int every) {
    Readings readings = new Readings();
    for (int i = 1; i <= models; i++) {
      train(folder.resolve("model-" + i), RECIPES.get(i % RECIPES.size()));
      if (i % every == 0) {
        readings.add(Reading.at(i));
      }
    }
    return readings;
  }

  private static void train(Path folder, Recipe recipe) {
    try (Run run = Run.create(folder, recipe, Settings.DEFAULT)) {
      run.train();
      Trained trained = run.trained(); // a model of its own, of the checkpoint
      if (trained.position().step() != STEPS) {
        throw new AssertionError(folder + ": ended at " + trained.position());
      }
    }
    Folders.deleteIfExists(folder);
  }
}
