package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Example02ADiscriminatorAloneTest {
  @Test
  void it_knows_digits_from_noise_after_50_batches_and_not_before() {
    ImageSet digits = ImageSets.open(DataRecipe.of("glyphs").withSplit(Split.TEST), null);

    assertThat(Example02ADiscriminatorAlone.run(digits, 0)).isLessThan(0.9);
    assertThat(Example02ADiscriminatorAlone.run(digits, 50)).isGreaterThan(0.98);
  }
}
