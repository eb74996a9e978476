package dev.figment.model.adversarial.progressive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GrowthScheduleTest {
  /** As the source's program has it, in kimg and floating point. */
  private static double levelOfDetail(double kimg, double stable, double fade, int doublings) {
    double phase = Math.floor(kimg / (stable + fade));
    double within = kimg - phase * (stable + fade);
    return Math.max(0, doublings - phase - Math.max(0, within - stable) / fade);
  }

  @ParameterizedTest
  @CsvSource({"600, 600, 4", "600, 600, 8", "800, 400, 3", "20, 20, 4", "0.5, 7, 2", "3, 4, 0"})
  void the_level_of_detail_is_that_of_the_formula_at_every_moment(
      double stable, double fade, int doublings) {
    GrowthSchedule schedule = new GrowthSchedule(stable, fade);
    long end = Math.round(1000 * (stable + fade) * (doublings + 1));
    for (long shown = 0; shown < end; shown += Math.max(1, end / 9973)) {
      double expected = levelOfDetail(shown / 1000.0, stable, fade, doublings);
      Growth growth = schedule.at(shown, doublings);
      assertThat(doublings - growth.level() + (1 - growth.alpha()))
          .as("%d images", shown)
          .isCloseTo(expected, within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1", "599999, 0, 1", "600000, 0, 1", "600001, 1, 1.6666666666666667e-6",
    "900000, 1, 0.5", "1199999, 1, 0.9999983333333333", "1200000, 1, 1", "1800000, 1, 1",
    "2100000, 2, 0.5", "2400000, 2, 1", "3000000, 2, 1", "999999999, 2, 1"
  })
  void a_resolution_is_stable_for_600_kimg_and_the_next_fades_in_for_600(
      long shown, int level, double alpha) {
    assertThat(GrowthSchedule.DEFAULT.at(shown, 2)).isEqualTo(new Growth(level, alpha));
  }

  @Test
  void stages_begin_where_a_fade_begins_and_where_it_ends() {
    Growth fading = new Growth(2, 0.25);
    assertThat(fading.isOfSameStageAs(new Growth(2, 0.75))).isTrue();
    assertThat(fading.isOfSameStageAs(new Growth(1, 1))).isFalse();
    assertThat(fading.isOfSameStageAs(new Growth(2, 1))).isFalse();
    assertThat(fading.isOfSameStageAs(new Growth(3, 0.25))).isFalse();
  }

  @Test
  void a_stage_of_less_than_an_image_is_refused() {
    assertThatThrownBy(() -> new GrowthSchedule(0, 600))
        .isInstanceOf(UsageException.class)
        .hasMessage("schedule: stableKimg must be at least 0.001, one image, got 0.0");
    assertThatThrownBy(() -> new GrowthSchedule(600, -1))
        .hasMessage("schedule: fadeKimg must be at least 0.001, one image, got -1.0");
  }
}
