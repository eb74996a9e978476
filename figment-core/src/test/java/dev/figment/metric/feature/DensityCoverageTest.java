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
class DensityCoverageTest {
  private static Points line(float... values) {
    return new Points(values, 1);
  }

  /** Balls of reference 0, 1, 3, 7 with k = 1: (-1, 1), (0, 2), (1, 5), (3, 11). */
  @Test
  void an_image_on_the_edge_of_a_ball_is_out_of_it() {
    DensityCoverage found = DensityCoverage.of(line(-1, 0.5f, 4, 10.5f), line(0, 1, 3, 7), 1);
    assertThat(found.density().mean()).isEqualTo((0 + 2 + 2 + 1) / 4.0);
    assertThat(found.coverage().mean()).isEqualTo(1);
    assertThat(DensityCoverage.of(line(-1, 1, 11), line(0, 1, 3, 7), 1).coverage().mean())
        .isEqualTo(0.25); // only (0, 2) has one
  }

  @Test
  void density_is_divided_by_k() {
    // with k = 2: (-3, 3), (-1, 3), (0, 6), (1, 13)
    DensityCoverage found = DensityCoverage.of(line(2, 2, 2), line(0, 1, 3, 7), 2);
    assertThat(found.density()).isEqualTo(new Estimate(4 / 2.0, 0, 3));
    assertThat(found.coverage()).isEqualTo(new Estimate(1, 0, 4));
  }

  /** 1 − Π (N − i)/(2N − i), i from 1 to k, for N of each. */
  @Test
  void of_equal_distributions_density_is_one_and_coverage_that_of_the_closed_form() {
    DensityCoverage found =
        DensityCoverage.of(Normals.of("generated", 2000, 4), Normals.of("reference", 2000, 4), 5);
    double missed = 1;
    for (int i = 1; i <= 5; i++) {
      missed *= (2000.0 - i) / (4000 - i);
    }
    assertThat(found.density().mean()).isCloseTo(1, within(0.08));
    assertThat(found.coverage().mean()).isCloseTo(1 - missed, within(0.015));
  }

  @Test
  void an_outlier_of_the_reference_raises_precision_more_than_density() {
    float[] values = Arrays.copyOf(Normals.of("reference", 100, 2).values(), 202);
    values[200] = 1000; // a ball so large that all is in it
    Points reference = new Points(values, 2);
    Points far = Normals.moved(Normals.of("far", 100, 2), 1, 50);
    assertThat(PrecisionRecall.of(far, reference, 3).precision().mean()).isEqualTo(1);
    assertThat(DensityCoverage.of(far, reference, 3).density().mean())
        .isCloseTo(1 / 3.0, within(1e-12));
    assertThat(DensityCoverage.of(far, reference, 3).coverage().mean()).isEqualTo(1 / 101.0);
  }

  @Test
  void where_many_are_equally_far_it_is_still_that_of_plain_loops() {
    Points generated = whole("generated", 90, 0.5);
    Points reference = whole("reference", 110, 0);
    PlainNeighbors balls = new PlainNeighbors(reference, 5);
    double[] densities =
        IntStream.range(0, 90)
            .mapToDouble(i -> balls.balls(generated.row(i), false) / 5.0)
            .toArray();
    long covered =
        IntStream.range(0, 110)
            .filter(
                ball ->
                    IntStream.range(0, 90).anyMatch(i -> balls.isIn(generated.row(i), ball, false)))
            .count();

    DensityCoverage found = DensityCoverage.of(generated, reference, 5);
    assertThat(found.density()).isEqualTo(Estimate.of(densities));
    assertThat(found.coverage().mean()).isEqualTo(covered / 110.0);
  }

  private static Points whole(String name, int count, double shift) {
    float[] values = Normals.moved(Normals.of(name, count, 3), 2, 100 + shift).values();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(values[i]);
    }
    return new Points(values, 3);
  }

  @Test
  void nothing_native_is_left() {
    Points points = Normals.of("same", 20, 3);
    DensityCoverage.of(points, points, 3);
    long before = Backend.livePointers();
    DensityCoverage.of(points, points, 3);
    assertThat(Backend.livePointers()).isEqualTo(before);
  }

  @Test
  void what_has_no_neighbors_is_refused() {
    Points points = Normals.of("same", 5, 3);
    assertThatThrownBy(() -> DensityCoverage.of(points, points, 5))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "density and coverage: expected at least 6 images of each for 5 neighbors, got 5"
                + " generated and 5 of the reference");
  }
}
