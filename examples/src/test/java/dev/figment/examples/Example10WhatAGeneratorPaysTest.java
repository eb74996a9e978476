package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.loss.MaximumLikelihood;
import dev.figment.loss.Minimax;
import dev.figment.loss.NonSaturating;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Example10WhatAGeneratorPaysTest {
  @TempDir Path folder;

  @Test
  void the_costs_are_the_formulas_of_the_discriminator_s_probability() {
    double[] judged = {0.01, 0.5, 0.9};

    for (int i = 0; i < judged.length; i++) {
      double d = judged[i];
      assertThat(Example10WhatAGeneratorPays.costs(new Minimax(), judged)[i])
          .isCloseTo(Math.log(1 - d), within(1e-5));
      assertThat(Example10WhatAGeneratorPays.costs(new NonSaturating(), judged)[i])
          .isCloseTo(-Math.log(d), within(1e-5));
      assertThat(Example10WhatAGeneratorPays.costs(new MaximumLikelihood(), judged)[i])
          .isCloseTo(-d / (1 - d), within(1e-5));
    }
  }

  @Test
  void they_are_drawn() {
    Path file = folder.resolve("costs.png");

    Example10WhatAGeneratorPays.run().write(file);

    assertThat(PicturesOnDisk.colors(file)).isGreaterThan(4);
  }
}
