package dev.figment.data.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.data.DataRecipe;
import dev.figment.data.DataSummary;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EightGaussiansTest {
  private static final ImageSet TRAIN = ImageSets.open(DataRecipe.of("eight-gaussians"), null);

  private static float[] values(ImageSet set) {
    float[] values = new float[2 * set.size()];
    for (int i = 0; i < set.size(); i++) {
      set.copyFloats(i, values, 2 * i);
    }
    return values;
  }

  /** Σ (x − center)^power of one axis of one class, over how many there are. */
  private static double moment(ImageSet set, int mode, int axis, int power) {
    float[] values = values(set);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < set.size(); i++) {
      if (set.label(i) == mode) {
        double apart = values[2 * i + axis] - EightGaussians.centers()[2 * mode + axis];
        sum += Math.pow(apart, power);
        count++;
      }
    }
    return sum / count;
  }

  @Test
  void it_has_as_many_points_of_each_of_eight_directions() {
    ImageSet test = EightGaussians.draw(Split.TEST);
    assertThat(TRAIN.size()).isEqualTo(20_000);
    assertThat(TRAIN.holdsBytes()).isFalse();
    assertThat(TRAIN.classes()).hasSize(8).startsWith("east", "north-east", "north");
    assertThat(DataSummary.of(TRAIN).examplesPerClass().values()).containsOnly(2500);
    assertThat(DataSummary.of(test).examplesPerClass().values()).containsOnly(250);
  }

  @Test
  void centers_are_on_a_circle_of_radius_2_an_eighth_of_a_turn_apart() {
    float[] centers = EightGaussians.centers();
    double half = 2 * Math.sqrt(0.5);
    assertThat(new double[] {centers[0], centers[1]}).containsExactly(new double[] {2, 0});
    assertThat(new double[] {centers[2], centers[3]})
        .containsExactly(new double[] {half, half}, within(1e-6));
    for (int i = 0; i < 8; i++) {
      assertThat(Math.hypot(centers[2 * i], centers[2 * i + 1])).isCloseTo(2, within(1e-6));
    }
  }

  @Test
  void each_direction_of_each_mode_is_normal_with_deviation_0_02() {
    double sigma = EightGaussians.DEVIATION;
    double error = sigma / Math.sqrt(2500); // of a mean
    for (int mode = 0; mode < 8; mode++) {
      for (int axis = 0; axis < 2; axis++) {
        assertThat(moment(TRAIN, mode, axis, 1)).isCloseTo(0, within(4 * error));
        assertThat(moment(TRAIN, mode, axis, 2) / (sigma * sigma))
            .isCloseTo(1, within(4 * Math.sqrt(2.0 / 2500)));
        assertThat(moment(TRAIN, mode, axis, 4) / Math.pow(sigma, 4))
            .isCloseTo(3, within(4 * Math.sqrt(96.0 / 2500)));
      }
    }
  }

  @Test
  void both_directions_of_a_point_are_independent() {
    float[] values = values(TRAIN);
    float[] centers = EightGaussians.centers();
    double sum = 0;
    for (int i = 0; i < TRAIN.size(); i++) {
      int mode = TRAIN.label(i);
      sum += (values[2 * i] - centers[2 * mode]) * (values[2 * i + 1] - centers[2 * mode + 1]);
    }
    double correlation = sum / TRAIN.size() / Math.pow(EightGaussians.DEVIATION, 2);
    assertThat(correlation).isCloseTo(0, within(4 / Math.sqrt(20_000)));
  }

  @Test
  void it_is_the_same_for_everyone() {
    assertThat(TRAIN.fingerprint()).isEqualTo("20000 of 2, checksum 3ceee220");
    assertThat(EightGaussians.draw(Split.TEST).fingerprint())
        .isEqualTo("2000 of 2, checksum 3f851d4a");
  }
}
