package dev.figment.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrincipalComponentsTest {
  private static Points noise(int count, int size) {
    return new Points(Noise.normals(RandomStream.named("points", 1), count * size), size);
  }

  @Test
  void points_on_a_line_have_one_component() {
    Points line = new Points(new float[] {1, 1, 4, 5, 7, 9}, 2);
    PrincipalComponents found = PrincipalComponents.fit(line, 2);

    assertThat(found.mean()).containsExactly(4, 5);
    assertThat(found.component(0)).containsExactly(new double[] {0.6, 0.8}, within(1e-14));
    assertThat(found.component(1)).containsExactly(new double[] {0.8, -0.6}, within(1e-14));
    assertThat(found.variances()).containsExactly(new double[] {25, 0}, within(1e-13));
    assertThat(found.varianceShares()).containsExactly(new double[] {1, 0}, within(1e-14));
    assertThat(PrincipalComponents.fit(line, 1).project(line).values())
        .containsExactly(new float[] {-5, 0, 5}, within(1e-6f));
  }

  @Test
  void components_are_orthonormal() {
    PrincipalComponents found = PrincipalComponents.fit(noise(100, 12), 12);

    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++) {
        double product = 0;
        for (int k = 0; k < 12; k++) {
          product += found.component(i)[k] * found.component(j)[k];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-13));
      }
    }
  }

  @Test
  void all_components_restore_the_points() {
    Points points = noise(40, 7);
    PrincipalComponents found = PrincipalComponents.fit(points, 7);

    assertThat(found.restore(found.project(points)).values())
        .containsExactly(points.values(), within(1e-5f));
    assertThat(found.meanSquaredError(points)).isLessThan(1e-25);
  }

  @Test
  void what_is_not_restored_is_the_variance_of_the_other_components() {
    Points points = noise(50, 6);
    double[] variances = PrincipalComponents.fit(points, 6).variances();
    PrincipalComponents two = PrincipalComponents.fit(points, 2);

    double others = Arrays.stream(variances).skip(2).sum() * 49 / 50 / 6;
    assertThat(two.meanSquaredError(points)).isCloseTo(others, within(1e-12));
    double[] restored = new double[1];
    float[] back = two.restore(two.project(points)).values();
    for (int i = 0; i < back.length; i++) {
      restored[0] += Math.pow(back[i] - points.values()[i], 2) / back.length;
    }
    assertThat(restored[0]).isCloseTo(others, within(1e-6));
  }

  @Test
  void points_far_from_the_origin_lose_no_digits() {
    float[] far = noise(1000, 3).values();
    for (int i = 0; i < far.length; i++) {
      far[i] = 4096 + Math.round(far[i] * 1024) / 1024f; // exact in a float
    }
    float[] near = far.clone();
    for (int i = 0; i < far.length; i++) {
      near[i] -= 4096;
    }

    assertThat(PrincipalComponents.fit(new Points(far, 3), 3).variances())
        .containsExactly(
            PrincipalComponents.fit(new Points(near, 3), 3).variances(), within(1e-10));
  }

  @Test
  void many_points_are_taken_in_parts() {
    Points many = noise(300_000, 8);
    double[] variances = PrincipalComponents.fit(many, 8).variances();

    assertThat(variances).containsExactly(new double[] {1, 1, 1, 1, 1, 1, 1, 1}, within(0.02));
  }

  @Test
  void they_are_those_of_scikit_learn() {
    SklearnFixture sklearn = SklearnFixture.named("pca");
    PrincipalComponents found = PrincipalComponents.fit(sklearn.points("points"), 3);

    for (int i = 0; i < 3; i++) {
      double[] ours = found.component(i);
      float[] theirs = sklearn.points("components").row(i);
      double sign = Math.signum(ours[0] * theirs[0]);
      for (int k = 0; k < ours.length; k++) {
        assertThat(ours[k] * sign).isCloseTo(theirs[k], within(1e-6));
      }
      assertThat(found.variances()[i]).isCloseTo(sklearn.values("variances")[i], within(1e-5));
      assertThat(found.varianceShares()[i]).isCloseTo(sklearn.values("shares")[i], within(1e-6));
    }
  }

  @Test
  void nothing_native_is_left() {
    Points points = noise(30, 4);
    PrincipalComponents.fit(points, 2).meanSquaredError(points);
    long before = Backend.livePointers();
    PrincipalComponents found = PrincipalComponents.fit(points, 2);
    found.restore(found.project(points));
    found.meanSquaredError(points);

    assertThat(Backend.livePointers()).isEqualTo(before);
  }

  @Test
  void what_cannot_be_found_is_refused() {
    assertThatThrownBy(() -> PrincipalComponents.fit(noise(10, 3), 4))
        .isInstanceOf(UsageException.class)
        .hasMessage("pca: expected from 1 to 3 components (10 points of 3 numbers), got 4");
    assertThatThrownBy(() -> PrincipalComponents.fit(noise(2, 3), 3))
        .hasMessage("pca: expected from 1 to 2 components (2 points of 3 numbers), got 3");
    assertThatThrownBy(() -> PrincipalComponents.fit(noise(1, 3), 1))
        .hasMessage("pca: expected at least 2 points, got 1");
    assertThatThrownBy(() -> PrincipalComponents.fit(noise(2, 9000), 1))
        .hasMessage(
            "pca: expected points of at most 8192 numbers, got 9000. Use latents or smaller"
                + " images.");
    PrincipalComponents found = PrincipalComponents.fit(noise(10, 3), 2);
    assertThatThrownBy(() -> found.project(noise(10, 2)))
        .hasMessage("pca: expected points of 3 numbers, got 2");
    assertThatThrownBy(() -> found.restore(noise(10, 3)))
        .hasMessage("pca: expected points of 2 numbers, got 3");
    assertThatThrownBy(() -> found.meanSquaredError(new Points(new float[0], 3)))
        .hasMessage("pca: expected at least one point, got none");
  }
}
