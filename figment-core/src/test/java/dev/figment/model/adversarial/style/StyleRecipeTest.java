package dev.figment.model.adversarial.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.FigmentException;
import dev.figment.data.ExampleForm;
import dev.figment.loss.R1;
import dev.figment.model.ModelRecipe;
import dev.figment.model.adversarial.Ema;
import dev.figment.nn.Architecture;
import dev.figment.nn.Shape;
import dev.figment.recipe.RecipeText;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recipe of styles takes, and what it refuses, word for word. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StyleRecipeTest {
  private static StyleRecipe recipe(String more) {
    String adam =
        more.contains("optimizer") ? "" : "  optimizer: {generator: adam, discriminator: adam}\n";
    return withChannels(List.of(8, 4, 4), adam + more);
  }

  private static StyleRecipe withChannels(List<Integer> channels, String more) {
    String yaml = "styleGan:\n  channels: " + channels + "\n" + more;
    return (StyleRecipe) RecipeText.read(yaml, ModelRecipe.class);
  }

  private static void assertRefused(String message, ThrowingCallable deed) {
    assertThatThrownBy(deed).isInstanceOf(FigmentException.class).hasMessageContaining(message);
  }

  private static void assertRefused(String message, Shape example) {
    assertRefused(message, () -> recipe("").architectures(ExampleForm.of(example)));
  }

  @Test
  void what_is_left_out_is_as_in_the_paper() {
    StyleRecipe recipe = recipe("");
    assertThat(recipe.mappingLayers()).isEqualTo(8);
    assertThat(recipe.mappingRate()).isEqualTo(0.01);
    assertThat(recipe.mixing()).isEqualTo(0.9);
    assertThat(recipe.averageMomentum()).isEqualTo(0.995);
    assertThat(recipe.modulation()).isEqualTo(Modulation.ADAIN);
    assertThat(recipe.ema()).isEqualTo(new Ema(10, 0.05));
    assertThat(recipe.penalties()).isEmpty();
    assertThat(recipe.pathLength()).isNull();
    assertThat(recipe("  r1: {}\n").penalties()).containsExactly(new R1(1, 16));
  }

  @Test
  void a_mapping_of_a_million_layers_is_refused_at_once() {
    assertRefused(
        "styleGan: mappingLayers must be from 1 to 100, got 1000000",
        () -> recipe("  mappingLayers: 1000000\n"));
  }

  @Test
  void sides_that_are_not_doubled_from_four() {
    String expected =
        "styleGan: square images of side 4, 8, 16 and so on, each twice the one before, got ";
    assertRefused(expected + "28×28×1. Set data.size to one of these.", Shape.image(28, 28, 1));
    assertRefused(expected + "16×8×3", Shape.image(16, 8, 3));
    assertRefused(expected + "2×2×3", Shape.image(2, 2, 3));
    assertRefused(expected + "7", Shape.vector(7));
  }

  @ParameterizedTest
  @CsvSource({"4", "8", "16", "32", "64", "128", "256", "512"})
  void a_channel_count_for_each_resolution_is_all_that_a_larger_image_asks_for(int side) {
    int resolutions = Integer.numberOfTrailingZeros(side) - 1;
    List<Integer> channels = IntStream.range(0, resolutions).map(i -> 8 + i).boxed().toList();
    String adam = "  optimizer: {generator: adam, discriminator: adam}\n";
    for (Modulation modulation : Modulation.values()) {
      StyleRecipe recipe = withChannels(channels, adam + "  modulation: " + modulation + "\n");
      List<Architecture> networks =
          recipe.architectures(ExampleForm.of(Shape.image(side, side, 3)));
      Architecture synthesis = networks.get(1);
      assertThat(synthesis.input()).isEqualTo(Shape.sequence(2 * resolutions, recipe.style()));
      assertThat(synthesis.output()).isEqualTo(Shape.image(side, side, 3));
      assertThat(networks.get(2).output()).isEqualTo(Shape.vector(1));
    }
  }

  @Test
  void channels_for_other_resolutions() {
    assertRefused(
        "styleGan: channels for 4 resolutions, 4 to 32, got [8, 4, 4]. Give as many, or set"
            + " data.size to 16.",
        Shape.image(32, 32, 3));
  }

  @Test
  void batches_that_do_not_divide_into_groups() {
    assertThat(recipe("").realExamples(12)).isEqualTo(12);
    assertRefused(
        "train.batch with model.styleGan.group: expected a batch that divides into groups of 4, got"
            + " 10 examples. Batches of 8 or 12 fit, or a group that divides 10.",
        () -> recipe("").realExamples(10));
    assertRefused("Batches of 4 fit", () -> recipe("").realExamples(3));
  }

  @Test
  void penalties_that_are_not_lazy_or_pace_no_adam() {
    assertRefused(
        "styleGan: pathLength.every: expected at least 2, since the penalty gets an update of its"
            + " own, got 1",
        () -> recipe("  pathLength: {every: 1}\n"));
    assertRefused(
        "styleGan: pathLength has updates of its own, for which adam is paced, and"
            + " optimizer.generator is another rule. Use adam there, or leave the penalty out.",
        () -> recipe("  pathLength: {}\n  optimizer: {generator: sgd, discriminator: adam}\n"));
  }
}
