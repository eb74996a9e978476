package dev.figment.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.set.EightGaussians;
import dev.figment.data.set.ImageSets;
import dev.figment.latent.Points;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModeCoverageTest {
  private static final Points TWO = points(0, 0, 10, 0);

  private static Points points(float... values) {
    return new Points(values, 2);
  }

  @Test
  void a_sample_is_good_within_three_deviations_of_its_nearest_center() {
    ModeCoverage coverage =
        ModeCoverage.of(points(3, 0, 0, -3, 2.2f, 2.2f, 3.01f, 0, 12, 2, 5.5f, 1), TWO, 1);
    assertThat(coverage.nearest()).containsExactly(4, 2);
    assertThat(coverage.good()).containsExactly(2, 1); // √(2·2.2²) = 3.11 is beyond
    assertThat(coverage.goodShare()).isEqualTo(0.5);
  }

  @Test
  void a_mode_is_covered_by_a_single_good_sample_or_by_as_many_as_are_asked_for() {
    ModeCoverage coverage = new ModeCoverage(new int[] {50, 20, 19, 9}, new int[] {40, 20, 19, 0});
    assertThat(coverage.modes()).isEqualTo(4);
    assertThat(coverage.covered()).isEqualTo(3);
    assertThat(coverage.covered(20)).isEqualTo(2);
    assertThat(coverage.covered(41)).isZero();
  }

  @Test
  void a_mode_that_only_bad_samples_are_nearest_to_is_not_covered() {
    ModeCoverage coverage = ModeCoverage.of(points(0, 0, 7, 0), TWO, 0.5);
    assertThat(coverage.covered()).isEqualTo(1);
    assertThat(coverage.divergence()).isZero();
  }

  @Test
  void divergence_is_that_of_the_shares_from_equal_ones() {
    assertThat(divergence(5, 5, 5, 5)).isZero();
    assertThat(divergence(0, 9, 0, 0)).isCloseTo(Math.log(4), within(1e-12));
    assertThat(divergence(1, 0, 3, 0))
        .isCloseTo(0.25 * Math.log(1) + 0.75 * Math.log(3), within(1e-12));
  }

  private static double divergence(int... nearest) {
    return new ModeCoverage(nearest, nearest).divergence();
  }

  /** The length of a normal point of a plane is beyond 3σ with probability exp(−9/2). */
  @Test
  void of_the_ring_itself_all_modes_are_covered_and_98_9_percent_are_good() {
    ImageSet set = ImageSets.open(DataRecipe.of("eight-gaussians"), null);
    float[] values = new float[2 * set.size()];
    for (int i = 0; i < set.size(); i++) {
      set.copyFloats(i, values, 2 * i);
    }
    ModeCoverage coverage =
        ModeCoverage.of(points(values), points(EightGaussians.centers()), EightGaussians.DEVIATION);
    assertThat(coverage.covered(2400)).isEqualTo(8);
    assertThat(coverage.goodShare()).isCloseTo(1 - Math.exp(-4.5), within(0.003));
    assertThat(coverage.divergence()).isZero();
  }

  @Test
  void what_cannot_be_counted_is_refused() {
    assertThatThrownBy(() -> ModeCoverage.of(new Points(new float[3], 3), TWO, 1))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "mode coverage: expected centers of 3 numbers, as the samples have, got 2 of 2");
    assertThatThrownBy(() -> ModeCoverage.of(TWO, TWO, 0))
        .isInstanceOf(UsageException.class)
        .hasMessage("mode coverage: deviation must be above 0, got 0.0");
    assertThatThrownBy(() -> new ModeCoverage(new int[2], new int[2]))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("at least one sample");
  }
}
