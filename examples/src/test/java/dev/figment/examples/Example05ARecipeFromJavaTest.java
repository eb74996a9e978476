package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Example05ARecipeFromJavaTest {
  @TempDir Path folder;

  @Test
  void a_run_leaves_its_recipe_its_pictures_and_its_samples() {
    Recipe recipe =
        Recipes.named("glyphs-dcgan")
            .with("data.split", "test")
            .with("train.steps", 3)
            .with("train.batch", 16)
            .with("watch.tickSteps", 1)
            .with("watch.snapshots.everySteps", 3);

    Example05ARecipeFromJava.run(recipe, folder.resolve("run"));

    assertThat(folder.resolve("run/recipe.yaml")).content().contains("steps: 3");
    assertThat(folder.resolve("run/stats.jsonl")).content().hasLineCount(3);
    assertThat(PicturesOnDisk.colors(folder.resolve("run/fakes-000003.png"))).isGreaterThan(10);
    assertThat(PicturesOnDisk.colors(folder.resolve("run/samples.png"))).isGreaterThan(10);
  }
}
