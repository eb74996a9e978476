package dev.figment.data.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.figment.data.DataRecipe;
import dev.figment.data.DataSummary;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.recipe.Recipes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the published files where there is a folder of them; passed over elsewhere. */
@Tag("data")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealSetsTest {
  private static final Path FOLDER =
      Path.of(Optional.ofNullable(System.getenv("FIGMENT_DATA")).orElse("../../shared/datasets"));

  @ParameterizedTest
  @CsvSource({
    "mnist, TRAIN, 60000, 5421, 6742, 0.1307, 0.3081",
    "mnist, TEST, 10000, 892, 1135, 0.1325, 0.3105",
    "fashion-mnist, TRAIN, 60000, 6000, 6000, 0.2860, 0.3530",
    "fashion-mnist, TEST, 10000, 1000, 1000, 0.2868, 0.3524",
    "cifar-10, TRAIN, 50000, 5000, 5000, 0.4733, 0.2504",
    "cifar-10, TEST, 10000, 1000, 1000, 0.4765, 0.2501",
    "flowers, TRAIN, 3886, 660, 947, 0.3954, 0.2630",
    "flowers, TEST, 431, 73, 105, 0.4018, 0.2618",
    "flowers, ALL, 4317, 733, 1052, 0.3960, 0.2629"
  })
  void counts_and_brightness_are_the_published_ones(
      String name, Split split, int size, int fewest, int most, double mean, double deviation) {
    assumeTrue(Files.isDirectory(FOLDER.resolve(name)), () -> "no " + name + " in " + FOLDER);
    ImageSet set = ImageSets.open(DataRecipe.of(name).withSplit(split), FOLDER);
    DataSummary summary = DataSummary.of(set);
    assertThat(summary.examples()).isEqualTo(size);
    assertThat(summary.examplesPerClass().values())
        .allSatisfy(count -> assertThat(count).isBetween(fewest, most));
    assertThat(summary.mean()).isCloseTo(mean, within(0.002));
    assertThat(summary.standardDeviation()).isCloseTo(deviation, within(0.002));
  }

  @Test
  void flowers_dcgan_learns_from_all_of_three_kinds() {
    assumeTrue(Files.isDirectory(FOLDER.resolve("flowers")), () -> "no flowers in " + FOLDER);
    DataRecipe data = Recipes.named("flowers-dcgan").data();
    assertThat(DataSummary.of(ImageSets.open(data, FOLDER)).examplesPerClass())
        .isEqualTo(Map.of("daisy", 764, "dandelion", 1052, "sunflower", 733));
  }
}
