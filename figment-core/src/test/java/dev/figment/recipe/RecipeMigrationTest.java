package dev.figment.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.loss.Drift;
import dev.figment.loss.GradientPenalty;
import dev.figment.loss.R1;
import dev.figment.model.ModelRecipe;
import dev.figment.model.adversarial.Ema;
import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.model.adversarial.progressive.ProgressiveRecipe;
import dev.figment.model.adversarial.style.StyleRecipe;
import dev.figment.model.autoencoder.AutoencoderRecipe;
import dev.figment.nn.Layer;
import dev.figment.nn.Sparsity;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Recipes of before penalties were a list. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipeMigrationTest {
  private static final String GAN =
      """
      gan:
        latent: 3
        generator: [{dense: 2}]
        discriminator: [{dense: 1}]
        stabilisers: {r1: {gamma: 2, every: 4}, weightClip: 0.1, average: {halfLifeKimg: 5}, drift: null}
        optimizer: {generator: adam, discriminator: adam}
      """;

  @Test
  void stabilisers_are_penalties_and_options() {
    GanRecipe recipe = (GanRecipe) RecipeText.read(GAN, ModelRecipe.class);
    assertThat(recipe.penalties()).containsExactly(new R1(2, 4));
    assertThat(recipe.weightClip()).isEqualTo(0.1);
    assertThat(recipe.ema()).isEqualTo(new Ema(5, 0.05));
    assertThat(RecipeText.write(recipe)).doesNotContain("stabilisers", "average");
  }

  @Test
  void penalties_of_a_progressive_gan_had_keys_of_their_own() {
    String yaml =
        "progressiveGan: {gradientPenalty: 5, average: {halfLifeKimg: 7}, optimizer: adam}";
    ProgressiveRecipe recipe = (ProgressiveRecipe) RecipeText.read(yaml, ModelRecipe.class);
    assertThat(recipe.penalties()).containsExactly(new GradientPenalty(5, false), new Drift(0.001));
    assertThat(recipe.ema()).isEqualTo(new Ema(7, 0.05));
  }

  @Test
  void r1_of_a_style_gan_had_values_of_its_own_where_none_were_given() {
    String yaml =
        "styleGan: {channels: [4, 4], r1: {gamma: 3}, optimizer: {generator: adam, discriminator:"
            + " adam}}";
    StyleRecipe recipe = (StyleRecipe) RecipeText.read(yaml, ModelRecipe.class);
    assertThat(recipe.penalties()).containsExactly(new R1(3, 16));
  }

  @Test
  void old_keys_can_be_set_too() {
    Recipe dcgan = Recipes.named("mnist-dcgan");
    GanRecipe changed =
        (GanRecipe) dcgan.with("model.gan.stabilisers.r1", "{gamma: 1, every: 16}").model();
    assertThat(changed.penalties()).containsExactly(new R1(1, 16));
    ProgressiveRecipe critic =
        (ProgressiveRecipe)
            Recipes.named("flowers-progressive-gan")
                .with("model.progressiveGan.drift", 0.5)
                .model();
    assertThat(critic.penalties())
        .containsExactlyInAnyOrder(new GradientPenalty(10, false), new Drift(0.5));
    StyleRecipe style =
        (StyleRecipe) Recipes.named("flowers-style-gan").with("model.styleGan.r1", null).model();
    assertThat(style.penalties()).isEmpty();
  }

  @Test
  void what_was_no_key_then_is_none_now() {
    assertThatThrownBy(
            () -> RecipeText.read(GAN.replace("weightClip", "weightClipp"), ModelRecipe.class))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("unknown key gan.stabilisers.weightClipp; did you mean weightClip?");
    assertThatThrownBy(
            () -> RecipeText.read(GAN.replace("drift: null", "latent: 9"), ModelRecipe.class))
        .hasMessageContaining("unknown key gan.stabilisers.latent");
  }

  @Test
  void old_keys_that_go_deeper_reach_the_penalty_of_today() {
    Recipe style = Recipes.named("flowers-style-gan");
    StyleRecipe stronger = (StyleRecipe) style.with("model.styleGan.r1.gamma", 5).model();
    assertThat(stronger.penalties()).containsExactly(new R1(5, 16));
    StyleRecipe slower =
        (StyleRecipe) style.with("model.styleGan.average.halfLifeKimg", 20).model();
    assertThat(slower.ema()).isEqualTo(new Ema(20, 0.05));
    Recipe lazy =
        Recipes.named("mnist-dcgan")
            .with("model.gan.penalties", "[{drift: 1}, {r1: {gamma: 1, every: 16}}]");
    GanRecipe often = (GanRecipe) lazy.with("model.gan.stabilisers.r1.every", 4).model();
    assertThat(often.penalties()).containsExactly(new Drift(1), new R1(1, 4));
  }

  @Test
  void a_number_alone_was_the_gamma_of_a_lazy_r1() {
    String yaml =
        "styleGan: {channels: [4, 4], r1: 3, optimizer: {generator: adam, discriminator: adam}}";
    StyleRecipe recipe = (StyleRecipe) RecipeText.read(yaml, ModelRecipe.class);
    assertThat(recipe.penalties()).containsExactly(new R1(3, 16));
  }

  @Test
  void a_divergence_that_was_not_divided_by_the_batch_size_weighs_as_much_as_before() {
    String yaml = Recipes.named("fashion-sparse-kl-autoencoder").toYaml();
    Recipe recipe = RecipeFormat.read(yaml.replace("kl: 0.05", "weight: 0.05"), "recipe.yaml");
    assertThat(recipe.train().batch()).isEqualTo(32);
    assertThat(((AutoencoderRecipe) recipe.model()).encoder().get(3))
        .isEqualTo(new Sparsity(0.1, 0.05 * 32));
  }

  @Test
  void without_a_batch_size_it_is_refused() {
    assertThatThrownBy(() -> RecipeText.read("sparsity: {target: 0.1, weight: 0.05}", Layer.class))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("weight");
    String model =
        "autoencoder: {encoder: [{sparsity: {weight: 1}}], decoder: [{dense: 2}], optimizer: adam}";
    assertThatThrownBy(() -> RecipeText.read(model, ModelRecipe.class))
        .hasMessage(
            "sparsity.weight is now kl, and divided by the batch size. Write kl: the weight times"
                + " the batch size.");
  }

  @Test
  void it_cannot_be_set_any_more() {
    assertThatThrownBy(
            () ->
                Recipes.named("fashion-sparse-kl-autoencoder")
                    .with("model.autoencoder.encoder.3.sparsity.weight", 0.1))
        .hasMessage(
            "set: unknown key model.autoencoder.encoder.3.sparsity.weight. Known here: target, kl");
  }
}
