package dev.figment.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GaussianMixtureTest {
  private static RandomStream stream(int seed) {
    return RandomStream.named("mixture", seed);
  }

  private static Points noise(int count, int size) {
    return new Points(Noise.normals(RandomStream.named("points", 1), count * size), size);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  @Test
  void one_component_is_the_mean_and_the_covariance() {
    Points points = noise(500, 3);
    Gaussian only = GaussianMixture.fit(points, 1, stream(1)).components().get(0);

    double[] mean = points.mean();
    double[] covariance = new double[9];
    for (int i = 0; i < 500; i++) {
      for (int cell = 0; cell < 9; cell++) {
        double a = points.row(i)[cell / 3] - mean[cell / 3];
        double b = points.row(i)[cell % 3] - mean[cell % 3];
        covariance[cell] += a * b / 500;
      }
    }
    double floor = 1e-6 * (covariance[0] + covariance[4] + covariance[8]) / 3;
    for (int cell = 0; cell < 9; cell += 4) {
      covariance[cell] += floor;
    }
    assertThat(only.weight()).isEqualTo(1);
    assertThat(only.mean()).containsExactly(mean, within(1e-14));
    assertThat(only.covariance()).containsExactly(covariance, within(1e-13));
  }

  @Test
  void separated_groups_are_recovered() {
    Clusters clusters = Clusters.of(4, 500, 3, 0.3);
    GaussianMixture fitted = GaussianMixture.fit(clusters.points(), 4, stream(1));

    for (Gaussian each : fitted.components()) {
      assertThat(each.weight()).isCloseTo(0.25, within(1e-6));
      for (int axis = 0; axis < 3; axis++) {
        double corner = 4 * Math.round(each.mean()[axis] / 4);
        assertThat(each.mean()[axis]).isCloseTo(corner, within(0.06));
        assertThat(each.covariance()[4 * axis]).isCloseTo(0.09, within(0.02));
      }
    }
    assertThat(fitted.components().stream().map(each -> Math.round(each.mean()[0] / 4)))
        .containsExactlyInAnyOrder(0L, 1L, 0L, 1L);
  }

  @Test
  void the_log_likelihood_never_falls() {
    List<Double> course = new ArrayList<>();
    Points overlapping = Clusters.of(3, 200, 4, 3).points();
    new ExpectationMaximization(5, 60, 0)
        .fit(overlapping, stream(2), (task, iteration, likelihood) -> course.add(likelihood));

    assertThat(course).hasSizeGreaterThan(30);
    for (int i = 1; i < course.size(); i++) {
      assertThat(course.get(i)).isGreaterThanOrEqualTo(course.get(i - 1) - 1e-9);
    }
  }

  @Test
  void it_ends_when_little_is_gained() {
    List<Integer> iterations = new ArrayList<>();
    Points points = noise(400, 2);
    ExpectationMaximization.of(3)
        .withTolerance(0.1)
        .fit(points, stream(1), (task, iteration, likelihood) -> iterations.add(iteration));
    assertThat(iterations).hasSizeLessThan(10).startsWith(1, 2);

    iterations.clear();
    ExpectationMaximization.of(3)
        .withTolerance(0)
        .withIterations(4)
        .fit(points, stream(1), (task, iteration, likelihood) -> iterations.add(iteration));
    assertThat(iterations).containsExactly(1, 2, 3, 4);
  }

  @Test
  void log_likelihoods_are_those_of_the_formula() {
    Gaussian round = new Gaussian(0.25, new double[] {1, 2}, new double[] {4, 0, 0, 4});
    Gaussian elongated = new Gaussian(0.75, new double[] {-1, 0}, new double[] {2, 1, 1, 2});
    GaussianMixture mixture = new GaussianMixture(List.of(round, elongated));

    double x = 0.5;
    double y = -1.5;
    double first = Math.exp(-((x - 1) * (x - 1) + (y - 2) * (y - 2)) / 8) / (2 * Math.PI * 4);
    double a = x + 1;
    double second =
        Math.exp(-(2 * a * a - 2 * a * y + 2 * y * y) / 6) / (2 * Math.PI * Math.sqrt(3));
    assertThat(mixture.logLikelihood(new Points(new float[] {0.5f, -1.5f}, 2)))
        .containsExactly(new double[] {Math.log(0.25 * first + 0.75 * second)}, within(1e-14));
  }

  @Test
  void points_that_are_far_away_are_unlikely_but_not_impossible() {
    GaussianMixture mixture = GaussianMixture.fit(noise(100, 2), 2, stream(1));

    assertThat(mixture.logLikelihood(new Points(new float[] {1e6f, 0}, 2))[0])
        .isFinite()
        .isLessThan(-1e10);
  }

  @Test
  void densities_are_those_of_scikit_learn() {
    SklearnFixture sklearn = SklearnFixture.named("mixture");
    GaussianMixture theirs = theirs(sklearn);

    assertThat(theirs.logLikelihood(sklearn.points("points")))
        .containsExactly(doubles(sklearn.values("log_likelihoods")), within(2e-5));
  }

  private static GaussianMixture theirs(SklearnFixture sklearn) {
    float[] weights = sklearn.values("weights");
    float[] covariances = sklearn.values("covariances");
    List<Gaussian> components = new ArrayList<>();
    for (int k = 0; k < weights.length; k++) {
      components.add(
          new Gaussian(
              weights[k],
              doubles(sklearn.points("means").row(k)),
              doubles(Arrays.copyOfRange(covariances, 9 * k, 9 * k + 9))));
    }
    return new GaussianMixture(components);
  }

  @Test
  void it_fits_what_scikit_learn_fits() {
    SklearnFixture sklearn = SklearnFixture.named("mixture");
    Points points = sklearn.points("points");
    GaussianMixture ours =
        ExpectationMaximization.of(3)
            .withIterations(1000)
            .withTolerance(1e-10)
            .fit(points, stream(1), Progress.NONE);

    assertThat(mean(ours.logLikelihood(points)))
        .isCloseTo(sklearn.says("meanLogLikelihood").asDouble(), within(1e-4));
    List<Gaussian> byWeight = byWeight(ours);
    List<Gaussian> theirs = byWeight(theirs(sklearn));
    for (int k = 0; k < 3; k++) {
      assertThat(byWeight.get(k).weight()).isCloseTo(theirs.get(k).weight(), within(1e-3));
      assertThat(byWeight.get(k).mean()).containsExactly(theirs.get(k).mean(), within(1e-2));
    }
  }

  private static List<Gaussian> byWeight(GaussianMixture mixture) {
    return mixture.components().stream()
        .sorted(Comparator.comparingDouble(Gaussian::weight))
        .toList();
  }

  @Test
  void samples_have_the_mean_and_the_covariance_and_the_weights() {
    double[] covariance = {2, 1.2, 1.2, 1};
    GaussianMixture mixture =
        new GaussianMixture(
            List.of(
                new Gaussian(0.3, new double[] {-50, 0}, new double[] {1, 0, 0, 1}),
                new Gaussian(0.7, new double[] {50, 10}, covariance)));
    Points drawn = mixture.sample(20_000, stream(3));
    int[] right = IntStream.range(0, drawn.count()).filter(i -> drawn.row(i)[0] > 0).toArray();
    Gaussian refitted = GaussianMixture.fit(drawn.select(right), 1, stream(1)).components().get(0);

    assertThat(right.length / 20_000.0).isCloseTo(0.7, within(0.01));
    assertThat(refitted.mean()).containsExactly(new double[] {50, 10}, within(0.05));
    assertThat(refitted.covariance()).containsExactly(covariance, within(0.07));
  }

  @Test
  void one_stream_draws_and_fits_the_same_twice() {
    Points points = noise(300, 3);
    GaussianMixture mixture = GaussianMixture.fit(points, 3, stream(1));

    assertThat(GaussianMixture.fit(points, 3, stream(1)).components())
        .isEqualTo(mixture.components());
    assertThat(mixture.sample(9, stream(4)).values())
        .containsExactly(mixture.sample(9, stream(4)).values());
    assertThat(mixture.sample(0, stream(4)).count()).isZero();
  }

  @Test
  void points_that_are_all_equal_are_found_where_they_are() {
    float[] values = new float[60];
    Arrays.fill(values, 3.5f);
    Points equal = new Points(values, 3);
    GaussianMixture mixture = GaussianMixture.fit(equal, 4, stream(1));

    for (float each : mixture.sample(50, stream(2)).values()) {
      assertThat(each).isCloseTo(3.5f, within(1e-5f));
    }
    assertThat(Arrays.stream(mixture.logLikelihood(equal))).allMatch(Double::isFinite);
  }

  @Test
  void as_many_components_as_points_are_narrow_but_finite() {
    Points five = noise(5, 2);
    GaussianMixture mixture = GaussianMixture.fit(five, 5, stream(1));

    assertThat(Arrays.stream(mixture.logLikelihood(five))).allMatch(Double::isFinite);
    assertThat(mixture.components().stream().mapToDouble(Gaussian::weight).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void nothing_native_is_left() {
    Points points = noise(200, 3);
    GaussianMixture.fit(points, 2, stream(1)).sample(1, stream(1));
    long before = Backend.livePointers();
    GaussianMixture mixture = GaussianMixture.fit(points, 2, stream(1));
    mixture.sample(3, stream(1));
    mixture.logLikelihood(points);

    assertThat(Backend.livePointers()).isEqualTo(before);
  }

  @Test
  void what_is_no_mixture_is_refused() {
    assertThatThrownBy(() -> GaussianMixture.fit(noise(5, 2), 10, stream(1)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "gaussian mixture: expected at least as many points as components (10), got 5. Fit"
                + " fewer components.");
    assertThatThrownBy(() -> ExpectationMaximization.of(0))
        .hasMessage("gaussian mixture: components must be at least 1, got 0");
    assertThatThrownBy(() -> ExpectationMaximization.of(1).withIterations(0))
        .hasMessage("gaussian mixture: iterations must be at least 1, got 0");
    assertThatThrownBy(() -> ExpectationMaximization.of(1).withTolerance(-1))
        .hasMessage("gaussian mixture: tolerance must be at least 0, got -1.0");
    Gaussian half = new Gaussian(0.5, new double[1], new double[] {1});
    assertThatThrownBy(() -> new GaussianMixture(List.of(half)))
        .hasMessage("gaussian mixture: expected weights that sum to 1, got 0.5");
    Gaussian wide = new Gaussian(0.5, new double[2], new double[] {1, 0, 0, 1});
    assertThatThrownBy(() -> new GaussianMixture(List.of(half, wide)))
        .hasMessage("gaussian mixture: expected components of one size, got 1 and 2");
    assertThatThrownBy(() -> new GaussianMixture(List.of()))
        .hasMessage("gaussian mixture: expected at least one component");
    assertThatThrownBy(() -> new Gaussian(2, new double[1], new double[1]))
        .hasMessage("gaussian: weight must be from 0 to 1, got 2.0");
    assertThatThrownBy(() -> new Gaussian(1, new double[2], new double[3]))
        .hasMessage("gaussian: expected a covariance of 2×2 numbers for a mean of 2, got 3");
    GaussianMixture mixture = new GaussianMixture(List.of(half, half));
    assertThatThrownBy(() -> mixture.logLikelihood(noise(5, 2)))
        .hasMessage("gaussian mixture: expected points of 1 numbers, got 2");
    assertThatThrownBy(() -> mixture.sample(-1, stream(1)))
        .hasMessage("gaussian mixture: count must be at least 0, got -1");
  }
}
