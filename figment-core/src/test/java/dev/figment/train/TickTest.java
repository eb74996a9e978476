package dev.figment.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TickTest {
  private static Tick tick(Map<String, Double> statistics) {
    return new Tick(20, 0.0427, 2.56, 6.2, 410.4, 1 << 30, new TreeMap<>(statistics));
  }

  @Test
  void a_tick_is_printed_as_a_line_with_its_losses() {
    Map<String, Double> statistics =
        Map.of("loss/generator", 0.721449, "loss/discriminator", 1.23e-5, "scores/real", 0.5);
    assertThat(tick(statistics))
        .hasToString(
            "step 20  epoch 0.04  2.6 kimg  410 images/s  loss/discriminator 1.230e-05"
                + "  loss/generator 0.7214");
  }

  @Test
  void a_line_of_the_statistics_has_everything() {
    assertThat(tick(Map.of("scores/real", 0.5)).toLine())
        .containsOnlyKeys(
            "step", "epoch", "kimg", "seconds", "imagesPerSecond", "residentBytes", "scores/real");
  }
}
