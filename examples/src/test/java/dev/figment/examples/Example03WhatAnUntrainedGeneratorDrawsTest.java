package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.format.Png;
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

    Example03WhatAnUntrainedGeneratorDraws.run(2, 3, file);

    assertThat(Png.read(file).getWidth()).isEqualTo(3 * 56 + 4 * 2); // zoomed by 2, margins of 2
    assertThat(Png.read(file).getHeight()).isEqualTo(2 * 56 + 3 * 2);
    assertThat(PicturesOnDisk.colors(file)).isGreaterThan(10);
  }
}
