package dev.figment.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.data.ImageSet;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Backend;
import dev.figment.train.Listener;
import dev.figment.train.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipeStepsTest {
  @BeforeAll
  static void one_thread() {
    Backend.threads(1);
  }

  @Test
  void a_step_shows_the_real_images_of_all_phases() {
    Recipe recipe = Recipes.named("mnist-mlp-gan").with("train.batch", 8);
    int each = recipe.model().realExamples(8);
    try (RecipeSteps training = new RecipeSteps(recipe)) {
      assertThat(training.time()).isPositive();
      assertThat(training.images()).isEqualTo(each);
      training.step();
      assertThat(training.images()).isEqualTo(2L * each);
    }
  }

  @Test
  void steps_that_are_measured_are_one_training_after_three_to_warm_up() {
    Recipe recipe = Recipes.named("mnist-mlp-gan").with("train.batch", 8);
    int each = recipe.model().realExamples(8);
    try (RecipeSteps training = new RecipeSteps(recipe)) {
      StepTimes times = new StepTimes(4, 0);
      training.measure(times);
      assertThat(times.milliseconds()).hasSize(4);
      assertThat(times.imagesPerStep()).isEqualTo(each);
      assertThat(training.images()).isEqualTo(7L * each);
    }
  }

  @Test
  void noise_has_the_form_of_the_recipes_examples() {
    Recipe recipe = Recipes.named("flowers-style-gan");
    ImageSet noise = RecipeExamples.of(recipe);
    assertThat(noise.shape().sizes()).containsExactly(64, 64, 3);
    assertThat(noise.classes()).hasSize(5);
    assertThat(noise.size()).isEqualTo(160);
  }

  @Test
  void each_stage_of_a_gan_that_grows_is_at_its_own_resolution() {
    Recipe recipe = Recipes.named("flowers-progressive-gan").with("train.batch", 4);
    for (GrowthStage stage : GrowthStage.of(recipe).subList(0, 3)) {
      try (RecipeSteps training = new RecipeSteps(recipe, stage.shown())) {
        Map<String, Double> told = statistics(training);
        assertThat(told).containsEntry("growth/side", (double) stage.side());
        assertThat(told).containsEntry("growth/alpha", 1.0);
      }
    }
  }

  @Test
  void of_sixteen_steps_after_the_first_the_last_has_lazy_r1() {
    Recipe recipe =
        LazyR1Cost.with(Recipes.named("mnist-dcgan"))
            .with("train.batch", 2)
            .with("model.gan.generator.0", "{dense: 49}")
            .with("model.gan.generator.2", "{reshape: [7, 7, 1]}");
    List<Boolean> had = new ArrayList<>();
    try (RecipeSteps training = new RecipeSteps(recipe)) {
      for (int step = 0; step < 17; step++) {
        had.add(statistics(training).containsKey("loss/r1"));
      }
    }
    assertThat(had.get(0)).isTrue();
    assertThat(had.subList(1, 16)).containsOnly(false);
    assertThat(had.get(16)).isTrue();
  }

  @Test
  void with_and_without_r1_differ_in_nothing_else() {
    Recipe style = Recipes.named("flowers-style-gan");
    assertThat(LazyR1Cost.with(style)).isEqualTo(style);
    assertThat(LazyR1Cost.without(style)).isNotEqualTo(style);
    Recipe plain = Recipes.named("mnist-dcgan");
    assertThat(LazyR1Cost.without(plain)).isEqualTo(plain);
    assertThat(LazyR1Cost.with(plain).toYaml()).contains("every: 16");
  }

  private static Map<String, Double> statistics(RecipeSteps training) {
    List<Tick> ticks = new ArrayList<>();
    training.step(Listener.ofTicks(ticks::add));
    return ticks.get(0).statistics();
  }
}
