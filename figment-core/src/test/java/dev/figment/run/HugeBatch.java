package dev.figment.run;

import dev.figment.FigmentException;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import java.nio.file.Path;

/** A program that trains with batches of 51 MB, in a process of its own. */
final class HugeBatch {
  private static final String RECIPE =
      """
      recipe: huge
      data: {set: glyphs, split: test, classes: ['3']}
      model:
        autoencoder:
          encoder: [flatten, {dense: 2}]
          decoder: [{dense: {units: 784, activation: sigmoid}}, {reshape: [28, 28, 1]}]
          optimizer: sgd
      train: {batch: 65536, steps: 1}
      """;

  private HugeBatch() {}

  public static void main(String[] folder) {
    Recipe recipe = RecipeFormat.read(RECIPE, "huge.yaml");
    try (Run run = Run.create(Path.of(folder[0]), recipe, Settings.DEFAULT)) {
      run.train();
    } catch (FigmentException e) {
      System.out.println(e.getMessage());
      System.exit(e.exitCode().number());
    }
  }
}
