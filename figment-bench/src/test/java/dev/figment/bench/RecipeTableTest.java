package dev.figment.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipeTableTest {
  private static final Recipe RECIPE = Recipes.named("mnist-mlp-gan");

  @Test
  void a_step_has_its_batch_time_rate_and_memory() {
    RecipeSpeed table = new RecipeSpeed();
    assertThat(table.columns()).hasSize(5);
    assertThat(table.row("a recipe", RECIPE, new double[] {1250, 803.25, 337.4}))
        .isEqualTo("| a recipe | 20 | 1,250 ms | 803.3 | 337 MB |");
  }

  @Test
  void a_bound_has_what_the_machine_can_do_and_what_the_step_does() {
    RecipeBound table = new RecipeBound();
    assertThat(table.columns()).hasSize(9);
    assertThat(table.row("a recipe", RECIPE, new double[] {100e9, 10e9, 5e9, 1e9, 0.2, 0.12}))
        .isEqualTo(
            "| a recipe | 100.0 GFLOP/s | 10.0 GB/s | 5.00 GFLOP | 1,000.0 MB | 200.0 ms"
                + " | 25.0 GFLOP/s | 25 % | 60 % |");
  }
}
