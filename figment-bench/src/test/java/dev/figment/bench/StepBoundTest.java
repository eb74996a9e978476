package dev.figment.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Backend;
import dev.figment.train.profile.Roofline;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StepBoundTest {
  private static final Roofline ROOFLINE = new Roofline(100e9, 10e9);

  @BeforeAll
  static void one_thread() {
    Backend.threads(1);
  }

  @Test
  void shares_are_of_the_rate_of_products_and_of_the_bound() {
    StepBound step = new StepBound(5e9, 1e9, 0.2, 0.12);
    assertThat(step.operationsPerSecond()).isEqualTo(25e9);
    assertThat(step.shareOfRate(ROOFLINE)).isEqualTo(0.25);
    assertThat(step.shareOfBound()).isCloseTo(0.6, within(1e-12));
  }

  /**
   * Layers of {@code mnist-mlp-gan}: 100·256 + 256·512 + 512·1024 + 1024·784 multiply-adds in the
   * generator, 784·1024 + 1024·512 + 512·256 + 256 in the discriminator. Its phase: eight fakes
   * forward, then 16 examples forward and back to the weights, beyond the first layer to the input
   * too. The generator's: eight forward through both, back through the discriminator to its input,
   * and through the generator to weights, beyond its first layer to the input too.
   */
  @Test
  void operations_are_those_of_the_phases_counted_by_hand() {
    Recipe recipe = Recipes.named("mnist-mlp-gan").with("train.batch", 16);
    double firstG = 100 * 256;
    double otherG = 256 * 512 + 512 * 1024 + 1024 * 784;
    double firstD = 784 * 1024;
    double otherD = 1024 * 512 + 512 * 256 + 256;
    int reals = recipe.model().realExamples(16);
    double discriminator = reals * (firstG + otherG) + 2 * reals * (2 * firstD + 3 * otherD);
    double generator = 16 * (2 * firstG + 3 * otherG + 2 * (firstD + otherD));
    try (RecipeSteps training = new RecipeSteps(recipe)) {
      StepBound step = StepBound.of(training, 1, ROOFLINE);
      assertThat(step.operations()).isEqualTo(2 * (discriminator + generator));
      assertThat(step.seconds()).isPositive();
      assertThat(step.boundSeconds()).isGreaterThan(step.operations() / 100e9);
    }
  }
}
