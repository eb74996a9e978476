package dev.figment.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.latent.Points;
import dev.figment.metric.Estimate;
import dev.figment.tensor.Backend;
import dev.figment.tensor.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrechetDistanceTest {
  private static FeatureStatistics gaussian(double[] mean, double... covariance) {
    double[] scatter = Arrays.stream(covariance).map(each -> each * 2999).toArray();
    return new FeatureStatistics(Normals.SOURCE, 3000, mean, scatter);
  }

  /** Of deviations s and t along the axes: ‖m₁ − m₂‖² + Σ (s − t)². */
  @Test
  void of_independent_features_it_is_that_of_their_deviations() {
    FeatureStatistics one = gaussian(new double[] {1, 2, 3}, 4, 0, 0, 0, 9, 0, 0, 0, 0.25);
    FeatureStatistics other = gaussian(new double[] {1, 0, 4}, 1, 0, 0, 0, 16, 0, 0, 0, 0);
    double distance = 4 + 1 + 1 + 1 + 0.25;
    assertThat(FrechetDistance.of(one, other)).isCloseTo(distance, within(1e-12));
    assertThat(FrechetDistance.of(other, one)).isCloseTo(distance, within(1e-12));
  }

  /** Of 2 × 2: tr √(S·T) = √(tr(S·T) + 2·√(det S·det T)). */
  @Test
  void of_dependent_features_it_is_that_of_the_closed_form() {
    FeatureStatistics one = gaussian(new double[] {0, 0}, 2, 1, 1, 3);
    FeatureStatistics other = gaussian(new double[] {0, 0}, 5, -2, -2, 1);
    double root = Math.sqrt(2 * 5 + 2 * (1 * -2) + 3 * 1 + 2 * Math.sqrt(5 * 1));
    assertThat(FrechetDistance.of(one, other)).isCloseTo(5 + 6 - 2 * root, within(1e-12));
  }

  @Test
  void equal_statistics_are_no_distance_apart_and_never_less() {
    for (int count : new int[] {3, 10, 40, 1000}) { // of 20 numbers: singular, then not
      FeatureStatistics statistics = Normals.statistics(Normals.of("same", count, 20));
      assertThat(FrechetDistance.of(statistics, statistics)).isBetween(0.0, 1e-6);
    }
  }

  @Test
  void a_shift_adds_its_square() {
    Points points = Normals.of("shift", 500, 10);
    double distance =
        FrechetDistance.of(
            Normals.statistics(points), Normals.statistics(Normals.moved(points, 1, 0.5)));
    assertThat(distance).isCloseTo(10 * 0.25, within(1e-5)); // the floats of the points
  }

  @Test
  void a_scale_adds_the_squares_of_what_it_adds_to_the_deviations() {
    Points points = Normals.of("scale", 500, 10);
    FeatureStatistics statistics = Normals.statistics(points);
    double trace = IntStream.range(0, 10).mapToDouble(i -> statistics.covariance()[11 * i]).sum();
    double shift = Arrays.stream(statistics.mean()).map(m -> m * m).sum();
    assertThat(FrechetDistance.of(statistics, Normals.statistics(Normals.moved(points, 3, 0))))
        .isCloseTo(4 * trace + 4 * shift, within(1e-4));
  }

  @Test
  void the_estimate_is_the_distance_of_all_generated_images() {
    Points generated = Normals.of("generated", 300, 6);
    FeatureStatistics reference = Normals.statistics(Normals.of("reference", 400, 6));
    Estimate estimate = FrechetDistance.estimate(generated, reference, 1);

    assertThat(estimate.mean())
        .isEqualTo(FrechetDistance.of(Normals.statistics(generated), reference));
    assertThat(estimate.examples()).isEqualTo(300);
    assertThat(FrechetDistance.estimate(generated, reference, 1)).isEqualTo(estimate);
    assertThat(FrechetDistance.estimate(generated, reference, 2).standardError())
        .isNotEqualTo(estimate.standardError());
  }

  /** Each resample drawn, as its statistics are computed from its own images. */
  @Test
  void the_standard_error_is_the_deviation_over_resamples() {
    Points generated = Normals.moved(Normals.of("generated", 300, 6), 1.2, 0.1);
    FeatureStatistics reference = Normals.statistics(Normals.of("reference", 400, 6));
    RandomStream stream = RandomStream.named("frechet", 7);
    double[] distances = new double[50];
    for (int i = 0; i < 50; i++) {
      int[] drawn = IntStream.range(0, 300).map(j -> stream.nextInt(300)).toArray();
      distances[i] = FrechetDistance.of(Normals.statistics(generated.select(drawn)), reference);
    }
    assertThat(FrechetDistance.estimate(generated, reference, 7).standardError())
        .isCloseTo(Estimate.of(distances).standardError() * Math.sqrt(50), within(1e-9));
  }

  @Test
  void the_standard_error_is_how_far_other_samples_are_apart() {
    FeatureStatistics reference = Normals.statistics(Normals.of("reference", 5000, 8));
    Estimate[] estimates =
        IntStream.range(0, 40)
            .mapToObj(i -> Normals.moved(Normals.of("sample" + i, 500, 8), 1.1, 0.2))
            .map(sample -> FrechetDistance.estimate(sample, reference, 1))
            .toArray(Estimate[]::new);
    double[] means = Arrays.stream(estimates).mapToDouble(Estimate::mean).toArray();
    double deviation = Estimate.of(means).standardError() * Math.sqrt(40);
    double said = Arrays.stream(estimates).mapToDouble(Estimate::standardError).average().orElse(0);
    assertThat(said / deviation).isBetween(0.75, 1.33);
  }

  @Test
  void nothing_native_is_left() {
    Points generated = Normals.of("generated", 30, 6);
    FeatureStatistics reference = Normals.statistics(Normals.of("reference", 40, 6));
    FrechetDistance.estimate(generated, reference, 1);
    long before = Backend.livePointers();
    FrechetDistance.estimate(generated, reference, 1);
    assertThat(Backend.livePointers()).isEqualTo(before);
  }

  @Test
  void what_has_no_distance_is_refused() {
    FeatureStatistics reference = Normals.statistics(Normals.of("reference", 40, 6));
    FeatureStatistics other =
        FeatureStatistics.of(
            new FeatureSource("inception", "1", "x"), Normals.of("reference", 40, 6));
    assertThatThrownBy(() -> FrechetDistance.of(reference, other))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("one of kind classifier and one of kind inception");
    assertThatThrownBy(() -> FrechetDistance.estimate(Normals.of("a", 9, 5), reference, 1))
        .isInstanceOf(UsageException.class)
        .hasMessage("features: expected 6 numbers for each image, as the others have, got 5");
    assertThatThrownBy(() -> FrechetDistance.estimate(Normals.of("a", 1, 6), reference, 1))
        .isInstanceOf(UsageException.class)
        .hasMessage("fréchet distance: expected at least 2 images of each, got 1");
    assertThatThrownBy(() -> FrechetDistance.estimate(new Points(new float[0], 6), reference, 1))
        .hasMessage("fréchet distance: expected at least 2 images of each, got 0");
  }
}
