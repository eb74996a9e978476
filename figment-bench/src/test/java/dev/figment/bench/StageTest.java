package dev.figment.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.model.autoencoder.AutoencoderRecipe;
import dev.figment.model.vae.VaeRecipe;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StageTest {
  @Test
  void gans_of_all_three_kinds_are_found_and_nothing_else() {
    assertThat(GrowthStage.gans())
        .contains("mnist-dcgan", "flowers-progressive-gan", "flowers-style-gan")
        .allSatisfy(
            name ->
                assertThat(Recipes.named(name).model())
                    .isNotInstanceOfAny(AutoencoderRecipe.class, VaeRecipe.class))
        .containsAll(
            Recipes.names().stream()
                .filter(name -> Recipes.named(name).model() instanceof GanRecipe)
                .toList());
  }

  @Test
  void a_gan_that_grows_has_a_stage_for_each_resolution() {
    Recipe recipe = Recipes.named("flowers-progressive-gan");
    assertThat(GrowthStage.of(recipe))
        .containsExactly(
            new GrowthStage(4, 0),
            new GrowthStage(8, 40_000),
            new GrowthStage(16, 80_000),
            new GrowthStage(32, 120_000),
            new GrowthStage(64, 160_000));
    assertThat(new GrowthStage(8, 40_000).name(recipe)).isEqualTo("flowers-progressive-gan, 8×8");
  }

  @Test
  void any_other_has_one() {
    Recipe recipe = Recipes.named("mnist-dcgan");
    assertThat(GrowthStage.of(recipe)).containsExactly(new GrowthStage(0, 0));
    assertThat(new GrowthStage(0, 0).name(recipe)).isEqualTo("mnist-dcgan");
  }
}
