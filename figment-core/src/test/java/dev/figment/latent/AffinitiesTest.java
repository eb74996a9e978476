package dev.figment.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AffinitiesTest {
  private static double perplexity(double[] probabilities) {
    double entropy = 0;
    for (double each : probabilities) {
      entropy -= each > 0 ? each * Math.log(each) : 0;
    }
    return Math.exp(entropy);
  }

  private static double p(Affinities affinities, int i, int j) {
    return affinities.segment(j / Affinities.SEGMENT, i)[j % Affinities.SEGMENT];
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1", "5, 1", "30, 1", "30, 1e-12", "30, 1e12", "150, 1", "198, 1"})
  void a_neighborhood_has_the_perplexity_that_was_asked_for(double wanted, double scale) {
    RandomStream stream = RandomStream.named("distances", 1);
    double[] squared = stream.doubles(199).map(x -> scale * (1 + 20 * x * x)).toArray();
    double[] found = Neighborhood.of(squared.clone(), Math.log(wanted));

    assertThat(perplexity(found)).isCloseTo(wanted, within(1e-6 * wanted));
    assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-12));
    int nearest = 0;
    for (int i = 0; i < squared.length; i++) {
      nearest = squared[i] < squared[nearest] ? i : nearest;
    }
    assertThat(found[nearest]).isEqualTo(Arrays.stream(found).max().orElseThrow());
  }

  @Test
  void one_far_point_does_not_spoil_the_rest() {
    double[] squared = RandomStream.named("distances", 1).doubles(100).toArray();
    squared[7] = 1e15;

    assertThat(perplexity(Neighborhood.of(squared, Math.log(20)))).isCloseTo(20, within(1e-4));
  }

  @Test
  void more_equal_points_than_were_asked_for_share_alike() {
    double[] squared = new double[50];
    Arrays.fill(squared, 40, 50, 1);

    double[] found = Neighborhood.of(squared, Math.log(5));
    assertThat(found[0]).isCloseTo(1 / 40.0, within(1e-12));
    assertThat(found[45]).isZero();
    double[] alike = Neighborhood.of(new double[50], Math.log(5));
    assertThat(alike[0]).isCloseTo(1 / 50.0, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"60", "512", "513", "1100"})
  void joint_probabilities_are_symmetric_and_sum_to_one(int n) {
    float[] values = Noise.normals(RandomStream.named("points", 1), 4 * n);
    Affinities affinities = Affinities.of(new Points(values, 4), 15);

    double sum = 0;
    for (int i = 0; i < n; i++) {
      assertThat(p(affinities, i, i)).isZero();
      for (int j = 0; j < n; j++) {
        sum += p(affinities, i, j);
        assertThat(p(affinities, i, j) == p(affinities, j, i)).isTrue();
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
  }

  @Test
  void they_are_those_of_scikit_learn() {
    SklearnFixture sklearn = SklearnFixture.named("tsne");
    Affinities affinities =
        Affinities.of(sklearn.points("points"), sklearn.says("perplexity").asDouble());
    float[] theirs = sklearn.values("affinities");

    for (int i = 0; i < 150; i++) {
      for (int j = 0; j < 150; j++) {
        double expected = theirs[150 * i + j];
        assertThat(p(affinities, i, j)).isCloseTo(expected, within(1e-9 + 1e-4 * expected));
      }
    }
  }
}
