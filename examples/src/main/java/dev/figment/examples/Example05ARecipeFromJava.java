package dev.figment.examples;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Listener;
import java.nio.file.Path;

/**
 * What {@code figment train} and {@code figment sample} do, from Java: a bundled recipe, one value
 * of it changed, becomes a run folder; of that come images.
 *
 * <p>The folder holds all that there is to know: the recipe, statistics, pictures, checkpoints.
 *
 * <pre>examples/run Example05ARecipeFromJava [RUNS]</pre>
 */
public final class Example05ARecipeFromJava {
  private Example05ARecipeFromJava() {}

  public static void main(String[] arguments) {
    Recipe recipe = Recipes.named("glyphs-dcgan").with("train.steps", 500);
    Path runs = Path.of(arguments.length == 0 ? "runs" : arguments[0]);
    Path folder = RunFolder.next(runs, recipe.recipe());
    run(recipe, folder);
    System.out.println("See " + folder);
  }

  static void run(Recipe recipe, Path folder) {
    try (Run run = Run.create(folder, recipe, Settings.DEFAULT)) {
      run.train(Listener.ofTicks(tick -> System.out.println(tick)));
      run.sample(25, 7).grid(5, 5).writePng(folder.resolve("samples.png"));
    }
  }
}
