package dev.figment.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.metric.ModeCoverage;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RingRowTest {
  private static final List<ModeCoverage> TWO_SEEDS =
      List.of(
          new ModeCoverage(new int[] {50, 50}, new int[] {50, 40}),
          new ModeCoverage(new int[] {100, 0}, new int[] {20, 0}));

  @Test
  void a_row_has_means_over_the_seeds_with_the_least_and_the_most() {
    assertThat(new RingRow("ring-gan", TWO_SEEDS, 6000, List.of(20.0, 31.0)).toLine())
        .isEqualTo(
            "| `ring-gan` | 1.5 (1 to 2) | 1.5 (1 to 2) | 55 % (20 to 90) | 0.35 (0.00 to 0.69)"
                + " | 6,000 | 26 |");
  }

  @Test
  void runs_that_were_there_before_took_no_time() {
    assertThat(new RingRow("ring-gan", TWO_SEEDS, 6000, List.of()).toLine())
        .endsWith("| 6,000 |  |");
  }
}
