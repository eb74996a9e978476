package dev.figment.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForcesTest {
  private static float[] map(int n) {
    float[] map = Noise.normals(RandomStream.named("map", n), 2 * n);
    for (int i = 0; i < map.length; i++) {
      map[i] *= 3;
    }
    return map;
  }

  private static Affinities affinities(int n) {
    float[] values = Noise.normals(RandomStream.named("points", n), 5 * n);
    return Affinities.of(new Points(values, 5), 10);
  }

  private static double p(Affinities affinities, int i, int j) {
    return affinities.segment(j / Affinities.SEGMENT, i)[j % Affinities.SEGMENT];
  }

  private static double weight(double[] map, int i, int j) {
    int n = map.length / 2;
    return 1 / (1 + Math.pow(map[i] - map[j], 2) + Math.pow(map[n + i] - map[n + j], 2));
  }

  /** Σ pᵢⱼ·log(pᵢⱼ/qᵢⱼ), word for word. */
  private static double divergence(Affinities affinities, double[] map) {
    int n = affinities.count();
    double normalizer = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        normalizer += i == j ? 0 : weight(map, i, j);
      }
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double p = p(affinities, i, j);
        sum += p > 0 ? p * Math.log(p / (weight(map, i, j) / normalizer)) : 0;
      }
    }
    return sum;
  }

  private static double[] doubles(float[] map) {
    double[] doubles = new double[map.length];
    for (int i = 0; i < map.length; i++) {
      doubles[i] = map[i];
    }
    return doubles;
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 512, 700})
  void the_divergence_is_its_plain_loop(int n) {
    Affinities affinities = affinities(n);

    assertThat(new Forces(affinities).divergence(map(n)))
        .isCloseTo(divergence(affinities, doubles(map(n))), within(1e-5));
  }

  @Test
  void the_gradient_is_that_of_finite_differences() {
    Affinities affinities = affinities(40);
    float[] gradient = new Forces(affinities).gradient(map(40), 1);

    for (int i = 0; i < 80; i++) {
      double[] moved = doubles(map(40));
      moved[i] += 1e-5;
      double above = divergence(affinities, moved);
      moved[i] -= 2e-5;
      double slope = (above - divergence(affinities, moved)) / 2e-5;
      assertThat(gradient[i]).isCloseTo((float) slope, within(1e-6f));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 12})
  void points_of_several_blocks_are_pulled_and_pushed_as_in_a_plain_loop(double exaggeration) {
    int n = 1100;
    Affinities affinities = affinities(n);
    double[] map = doubles(map(n));
    double normalizer = 0;
    double[] pulls = new double[2 * n];
    double[] pushes = new double[2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double weight = weight(map, i, j);
        normalizer += i == j ? 0 : weight;
        for (int axis = 0; axis < 2 * n; axis += n) {
          double apart = map[axis + i] - map[axis + j];
          pulls[axis + i] += p(affinities, i, j) * weight * apart;
          pushes[axis + i] += weight * weight * apart;
        }
      }
    }

    float[] gradient = new Forces(affinities).gradient(map(n), exaggeration);
    for (int i = 0; i < 2 * n; i++) {
      double expected = 4 * (exaggeration * pulls[i] - pushes[i] / normalizer);
      assertThat((double) gradient[i]).isCloseTo(expected, within(1e-7));
    }
  }

  @Test
  void divergence_and_gradient_are_those_of_scikit_learn() {
    SklearnFixture sklearn = SklearnFixture.named("tsne");
    Forces forces =
        new Forces(Affinities.of(sklearn.points("points"), sklearn.says("perplexity").asDouble()));
    Points layout = sklearn.points("layout");
    int n = layout.count();
    float[] map = new float[2 * n];
    for (int i = 0; i < n; i++) {
      map[i] = layout.row(i)[0];
      map[n + i] = layout.row(i)[1];
    }

    assertThat(forces.divergence(map))
        .isCloseTo(sklearn.says("divergence").asDouble(), within(1e-4));
    float[] gradient = forces.gradient(map, 1);
    for (int i = 0; i < n; i++) {
      float[] theirs = sklearn.points("gradient").row(i);
      assertThat(gradient[i]).isCloseTo(theirs[0], within(1e-6f));
      assertThat(gradient[n + i]).isCloseTo(theirs[1], within(1e-6f));
    }
  }
}
