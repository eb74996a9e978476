package dev.figment.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReproducingCommandsTest {
  private static final Recipe RECIPE = Recipes.named("glyphs-dcgan");

  private static List<String> lines(Recipe recipe) {
    return new ReproducingCommands(recipe, Path.of("my runs", "7"), 3).lines();
  }

  @Test
  void a_built_in_recipe_is_named() {
    assertThat(lines(RECIPE))
        .containsExactly(
            "figment train glyphs-dcgan --data-dir DATA --run AGAIN",
            "figment report AGAIN --data-dir DATA --seed 3");
  }

  @Test
  void single_values_are_set() {
    assertThat(lines(RECIPE.with("train.steps", 7).with("seed", 9)).get(0))
        .isEqualTo(
            "figment train glyphs-dcgan --set seed=9 --set train.steps=7 --data-dir DATA"
                + " --run AGAIN");
  }

  @Test
  void what_single_values_do_not_make_is_taken_from_the_file_of_the_run() {
    assertThat(lines(RECIPE.withName("mine")).get(0))
        .isEqualTo("figment train 'my runs/7/recipe.yaml' --data-dir DATA --run AGAIN");
  }
}
