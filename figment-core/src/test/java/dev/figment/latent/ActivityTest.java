package dev.figment.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActivityTest {
  /** Two examples of three units, whose means are 0.15, 0.5 and 0.05. */
  private static final Activity TWO =
      new Activity(new Points(new float[] {0.3f, 0.9f, 0.1f, 0, 0.1f, 0}, 3));

  @Test
  void activations_and_units_are_counted_apart() {
    assertThat(TWO.mean()).isCloseTo(1.4 / 6, within(1e-7));
    assertThat(TWO.shareBelow(0.05)).isEqualTo(2 / 6.0);
    assertThat(TWO.shareOfUnitsWithin(0.1, 0.2)).isEqualTo(1 / 3.0);
    assertThat(TWO.unitMeans()[1]).isCloseTo(0.5, within(1e-7));
  }

  @Test
  void histograms_span_zero_to_one_and_are_shares() {
    Histogram all = TWO.histogram(2);
    assertThat(all.low()).isZero();
    assertThat(all.high()).isEqualTo(1);
    assertThat(all.shares()).containsExactly(5 / 6.0, 1 / 6.0);
    assertThat(TWO.histogramOfUnitMeans(4).shares().get(0)).isEqualTo(2 / 3.0);
  }

  @Test
  void activations_beyond_widen_both_histograms() {
    Activity wide = new Activity(new Points(new float[] {-1, 3, 1, 1}, 2));
    assertThat(wide.histogram(4).shares()).containsExactly(0.25, 0.0, 0.5, 0.25);
    assertThat(wide.histogramOfUnitMeans(4).low()).isEqualTo(-1);
    assertThat(wide.histogramOfUnitMeans(4).high()).isEqualTo(3);
  }

  @Test
  void a_histogram_refuses_what_lies_beyond_it() {
    assertThatThrownBy(() -> Histogram.of(new double[] {2}, 0, 1, 3))
        .isInstanceOf(UsageException.class)
        .hasMessage("histogram: expected values from 0.0 to 1.0, got 2.0");
    assertThatThrownBy(() -> Histogram.of(new double[] {0}, 0, 1, 0))
        .hasMessage("histogram: bins must be at least 1, got 0");
    assertThatThrownBy(() -> Histogram.of(new double[0], 0, 1, 1))
        .hasMessage("histogram: expected at least one value, got none");
  }
}
