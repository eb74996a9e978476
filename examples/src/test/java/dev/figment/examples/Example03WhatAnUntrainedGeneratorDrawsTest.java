package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.data.ExampleForm;
import dev.figment.data.set.ImageSets;
import dev.figment.format.Png;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.run.exploration.RestoredModel;
import dev.figment.run.exploration.Trained;
import dev.figment.tensor.Device;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Example03WhatAnUntrainedGeneratorDrawsTest {
  @TempDir Path folder;

  @Test
  void it_draws_a_grid_of_grays() {
    Path file = folder.resolve("untrained.png");

    Example03WhatAnUntrainedGeneratorDraws.run(Recipes.named("mnist-dcgan"), 2, 3, file);

    assertThat(Png.read(file).getWidth()).isEqualTo(3 * 56 + 4 * 2); // zoomed by 2, margins of 2
    assertThat(Png.read(file).getHeight()).isEqualTo(2 * 56 + 3 * 2);
    assertThat(PicturesOnDisk.colors(file)).isGreaterThan(10);
  }

  @Test
  void it_is_the_picture_of_the_model_before_its_training() {
    Recipe recipe = Recipes.named("cifar10-dcgan");
    Path drawn = folder.resolve("drawn.png");
    Path sampled = folder.resolve("sampled.png");

    Example03WhatAnUntrainedGeneratorDraws.run(recipe, 1, 2, drawn);
    ExampleForm form = ImageSets.formOf(recipe.data(), null);
    try (RestoredModel first = RestoredModel.atStart(recipe, form, Device.CPU)) {
      new Trained(folder, recipe, first, Device.CPU).sample(2, 1).grid(1, 2).writePng(sampled);
    }

    assertThat(PicturesOnDisk.pixels(drawn)).isEqualTo(PicturesOnDisk.pixels(sampled));
  }
}
