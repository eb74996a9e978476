package dev.figment.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.latent.Points;
import dev.figment.metric.Estimate;
import dev.figment.tensor.Backend;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KernelDistanceTest {
  @Test
  void of_two_images_each_it_is_that_of_the_formula() {
    Points x = new Points(new float[] {1, 0, 0, 2}, 2);
    Points y = new Points(new float[] {2, 2, 1, 1}, 2);
    double apart = (cube(1) + cube(0.5) + cube(2) + cube(1)) / 4; // (x·y/2 + 1)³
    assertThat(KernelDistance.of(x, y)).isCloseTo(1 + cube(2) - 2 * apart, within(1e-12));
  }

  private static double cube(double halfProduct) {
    return Math.pow(halfProduct + 1, 3);
  }

  @Test
  void it_is_that_of_plain_loops_for_sets_of_two_sizes() {
    Points x = Normals.of("x", 40, 7);
    Points y = Normals.moved(Normals.of("y", 55, 7), 1.3, 0.2);
    double plain = meanOf(x, x, true) + meanOf(y, y, true) - 2 * meanOf(x, y, false);
    assertThat(KernelDistance.of(x, y)).isCloseTo(plain, within(1e-12));
    assertThat(KernelDistance.of(y, x)).isCloseTo(plain, within(1e-12));
  }

  private static double meanOf(Points x, Points y, boolean others) {
    double sum = 0;
    for (int i = 0; i < x.count(); i++) {
      for (int j = 0; j < y.count(); j++) {
        double product = 0;
        for (int k = 0; k < x.size(); k++) {
          product += (double) x.row(i)[k] * y.row(j)[k];
        }
        sum += others && i == j ? 0 : Math.pow(product / x.size() + 1, 3);
      }
    }
    return sum / (x.count() * (others ? y.count() - 1.0 : y.count()));
  }

  @Test
  void of_equal_distributions_it_is_zero_on_average_over_repeats() {
    double[] repeats =
        IntStream.range(0, 200)
            .mapToDouble(
                i -> KernelDistance.of(Normals.of("x" + i, 50, 4), Normals.of("y" + i, 60, 4)))
            .toArray();
    Estimate mean = Estimate.of(repeats);
    assertThat(Math.abs(mean.mean())).isLessThan(3 * mean.standardError());
    assertThat(Arrays.stream(repeats).filter(each -> each < 0).count()).isBetween(80L, 140L);
  }

  @Test
  void the_estimate_is_near_that_of_all_images() {
    Points x = Normals.of("x", 500, 6);
    Points y = Normals.moved(Normals.of("y", 400, 6), 1, 0.3);
    Estimate estimate = new KernelDistance(100, 100).estimate(x, y, 1);
    assertThat(estimate.mean()).isCloseTo(KernelDistance.of(x, y), within(0.02));
    assertThat(estimate.examples()).isEqualTo(500);
    assertThat(estimate.standardError()).isBetween(0.01, 0.1);
    assertThat(new KernelDistance(100, 100).estimate(x, y, 1)).isEqualTo(estimate);
    assertThat(new KernelDistance(100, 100).estimate(x, y, 2)).isNotEqualTo(estimate);
  }

  /** Whether images are many or few beside the subsets, the error is that over other samples. */
  @Test
  void the_standard_error_is_how_far_other_samples_are_apart() {
    for (int size : new int[] {20, 1000}) { // the last becomes 100, half of the images
      KernelDistance distance = new KernelDistance(20, size);
      Estimate[] estimates =
          IntStream.range(0, 100)
              .mapToObj(
                  i ->
                      distance.estimate(
                          Normals.moved(Normals.of("x" + i, 200, 4), 1, 1),
                          Normals.of("y" + i, 200, 4),
                          1))
              .toArray(Estimate[]::new);
      double[] means = Arrays.stream(estimates).mapToDouble(Estimate::mean).toArray();
      double deviation = Estimate.of(means).standardError() * Math.sqrt(100);
      double said =
          Math.sqrt(
              Arrays.stream(estimates)
                  .mapToDouble(each -> Math.pow(each.standardError(), 2))
                  .average()
                  .orElseThrow());
      assertThat(said / deviation).as("subsets of %d", size).isBetween(0.75, 1.33);
    }
  }

  @Test
  void of_equal_distributions_the_standard_error_says_too_much_rather_than_too_little() {
    KernelDistance distance = new KernelDistance(40, 20);
    Estimate[] estimates =
        IntStream.range(0, 60)
            .mapToObj(
                i -> distance.estimate(Normals.of("x" + i, 200, 4), Normals.of("y" + i, 200, 4), 1))
            .toArray(Estimate[]::new);
    double[] means = Arrays.stream(estimates).mapToDouble(Estimate::mean).toArray();
    double deviation = Estimate.of(means).standardError() * Math.sqrt(60);
    double said = Arrays.stream(estimates).mapToDouble(Estimate::standardError).average().orElse(0);
    assertThat(said / deviation).isBetween(1.0, 2.5);
  }

  @Test
  void nothing_native_is_left() {
    Points x = Normals.of("x", 40, 7);
    KernelDistance.DEFAULT.estimate(x, x, 1);
    long before = Backend.livePointers();
    KernelDistance.DEFAULT.estimate(x, x, 1);
    assertThat(Backend.livePointers()).isEqualTo(before);
  }

  @Test
  void what_has_no_distance_is_refused() {
    Points four = Normals.of("x", 4, 7);
    assertThatThrownBy(() -> KernelDistance.DEFAULT.estimate(four.rows(0, 3), four, 1))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "kernel distance: expected at least 4 images of each, got 3 generated and 4 of the"
                + " reference");
    assertThatThrownBy(() -> KernelDistance.of(four, four.rows(0, 1)))
        .isInstanceOf(UsageException.class)
        .hasMessage("kernel distance: expected at least 2 images of each, got 4 and 1");
    assertThatThrownBy(() -> KernelDistance.DEFAULT.estimate(four, Normals.of("y", 4, 6), 1))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "kernel distance: expected two of one extractor, got 7 and 6 features of an image");
    assertThatThrownBy(() -> new KernelDistance(1, 1000))
        .hasMessage("kernel distance: subsets must be at least 2, got 1");
    assertThatThrownBy(() -> new KernelDistance(100, 1))
        .hasMessage("kernel distance: size must be at least 2, got 1");
  }
}
