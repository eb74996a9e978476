package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Example04AGanInThirtyLinesTest {
  @TempDir Path folder;

  @Test
  void both_networks_learn_and_the_same_points_give_other_pictures() {
    ImageSet digits = ImageSets.open(DataRecipe.of("glyphs").withSplit(Split.TEST), null);

    double[] losses = Example04AGanInThirtyLines.run(digits, 10, 5, folder);

    assertThat(losses).hasSize(2);
    for (double loss : losses) {
      assertThat(loss).isFinite().isPositive();
    }
    assertThat(losses[1]).isLessThan(2 * Math.log(2)); // what a guesser has, on real and on fake
    Path early = folder.resolve("step-0005.png");
    Path late = folder.resolve("step-0010.png");
    assertThat(PicturesOnDisk.colors(early)).isGreaterThan(10);
    assertThat(PicturesOnDisk.pixels(late)).isNotEqualTo(PicturesOnDisk.pixels(early));
  }
}
