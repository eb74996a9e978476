package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.examples.Example02ADiscriminatorAlone.Accuracy;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Example02ADiscriminatorAloneTest {
  @ParameterizedTest
  @CsvSource({"mnist-dcgan, glyphs, 60", "cifar10-dcgan, shapes, 20"})
  void it_knows_images_from_noise_at_the_end_and_not_at_once(String name, String set, int batches) {
    Recipe recipe = Recipes.named(name).with("train.batch", 32).with("data.set", set);
    ImageSet images = ImageSets.open(DataRecipe.of(set).withSplit(Split.TEST), null);

    List<Accuracy> right = Example02ADiscriminatorAlone.run(recipe, images, batches);

    assertThat(right).hasSize(batches);
    assertThat((right.get(0).real() + right.get(0).noise()) / 2).isLessThan(0.95);
    assertThat(right.get(batches - 1).real()).isGreaterThan(0.9);
    assertThat(right.get(batches - 1).noise()).isGreaterThan(0.9);
  }
}
