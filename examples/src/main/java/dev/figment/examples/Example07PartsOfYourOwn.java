package dev.figment.examples;

import dev.figment.data.set.EightGaussians;
import dev.figment.latent.Points;
import dev.figment.metric.ModeCoverage;
import dev.figment.recipe.Recipe;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.exploration.Trained;
import dev.figment.train.Listener;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A layer, a loss and an optimizer of one's own, named in a recipe: {@link WeightNormalization},
 * {@link SquaredHinge}, {@link AdaGrad}. What makes them known is {@link ExampleExtension}.
 *
 * <p>Trains {@code ring-own-parts.yaml}, draws into its run folder, and counts how many of the
 * eight modes the generator covers.
 *
 * <pre>examples/run Example07PartsOfYourOwn [FOLDER]</pre>
 */
public final class Example07PartsOfYourOwn {
  private Example07PartsOfYourOwn() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments.length == 0 ? "runs/ring-own-parts" : arguments[0]);
    System.out.println(words(run(ExampleRecipes.named("ring-own-parts"), folder)));
    System.out.println("See " + folder);
  }

  static String words(ModeCoverage coverage) {
    return String.format(
        Locale.ROOT,
        "%d of 8 modes covered, %.0f %% good samples",
        coverage.covered(),
        100 * coverage.goodShare());
  }

  /** Trains a recipe of the ring; returns which of its modes samples cover. */
  static ModeCoverage run(Recipe recipe, Path folder) {
    try (Run run = Run.create(folder, recipe, Settings.DEFAULT)) {
      run.train(Listener.ofTicks(System.out::println));
      Trained trained = run.trained();
      Points samples = trained.vectorsAt(trained.randomPoints(ModeCoverage.SAMPLES, 1), null);
      Points centers = new Points(EightGaussians.centers(), 2);
      return ModeCoverage.of(samples, centers, EightGaussians.DEVIATION);
    }
  }
}
