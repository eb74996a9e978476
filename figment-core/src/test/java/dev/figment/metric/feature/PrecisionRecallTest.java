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
class PrecisionRecallTest {
  private static Points line(float... values) {
    return new Points(values, 1);
  }

  /** Balls of reference 0, 1, 3, 7 with k = 1: [-1, 1], [0, 2], [1, 5], [3, 11]. */
  @Test
  void an_image_on_the_edge_of_a_ball_is_in_it() {
    PrecisionRecall found = PrecisionRecall.of(line(-1.5f, -1, 5, 11, 11.25f), line(0, 1, 3, 7), 1);
    assertThat(found.precision().mean()).isEqualTo(3 / 5.0);
    // balls of -1.5, -1, 5, 11, 11.25: [-2, -1], [-1.5, -0.5], [-1, 11], [10.75, 11.25], …
    assertThat(found.recall().mean()).isEqualTo(1);
  }

  @Test
  void with_more_neighbors_balls_reach_farther() {
    Points generated = line(20, 21, 22, 23);
    Points reference = line(0, 1, 3, 13);
    assertThat(PrecisionRecall.of(generated, reference, 1).precision().mean()).isEqualTo(1);
    assertThat(PrecisionRecall.of(generated, reference, 1).recall().mean()).isZero();
    assertThat(PrecisionRecall.of(line(24, 25, 30, 40), reference, 1).precision().mean()).isZero();
    assertThat(PrecisionRecall.of(line(24, 25, 30, 40), reference, 2).precision().mean())
        .isEqualTo(0.5); // up to 13 + 12
    assertThat(PrecisionRecall.of(generated, reference, 3).recall().mean()).isZero();
    assertThat(PrecisionRecall.of(line(10, 11, 12, 16), reference, 3).recall().mean())
        .isEqualTo(0.25); // 16 − 6 = 10 …: only 13
  }

  @Test
  void a_set_of_one_kind_has_precision_without_recall() {
    Points reference = Normals.of("reference", 300, 5);
    Points one = Normals.moved(Normals.of("one", 300, 5), 0.01, 0);
    PrecisionRecall found = PrecisionRecall.of(one, reference, 3);
    assertThat(found.precision().mean()).isGreaterThan(0.99);
    assertThat(found.recall().mean()).isLessThan(0.05);
    Points all = Normals.moved(Normals.of("all", 300, 5), 3, 0);
    found = PrecisionRecall.of(all, reference, 3);
    assertThat(found.precision().mean()).isLessThan(0.3);
    assertThat(found.recall().mean()).isGreaterThan(0.9);
  }

  @Test
  void a_set_and_itself_have_both() {
    Points points = Normals.of("same", 200, 30);
    PrecisionRecall found = PrecisionRecall.of(points, points, 3);
    assertThat(found.precision()).isEqualTo(new Estimate(1, 0, 200));
    assertThat(found.recall()).isEqualTo(new Estimate(1, 0, 200));
  }

  /** Points of whole numbers are as far from many others, and some are the same. */
  @Test
  void where_many_are_equally_far_it_is_still_that_of_plain_loops() {
    Points generated = whole(Normals.moved(Normals.of("generated", 90, 3), 2, 100.5));
    Points reference = whole(Normals.moved(Normals.of("reference", 110, 3), 1.5, 100));
    PrecisionRecall found = PrecisionRecall.of(generated, reference, 3);

    assertThat(found.precision().mean()).isEqualTo(share(generated, reference));
    assertThat(found.recall().mean()).isEqualTo(share(reference, generated));
  }

  private static double share(Points asked, Points centers) {
    PlainNeighbors balls = new PlainNeighbors(centers, 3);
    long in =
        IntStream.range(0, asked.count()).filter(i -> balls.balls(asked.row(i), true) > 0).count();
    return (double) in / asked.count();
  }

  private static Points whole(Points points) {
    float[] values = points.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(values[i]);
    }
    return new Points(values, points.size());
  }

  /** Rounding of products would put a third of the equal ones out of a ball of radius 0. */
  @Test
  void images_that_are_all_the_same_are_in_the_ball_of_each_other() {
    float[] values = new float[50 * 40];
    float[] same = Normals.of("same", 1, 40).values();
    for (int i = 0; i < values.length; i++) {
      values[i] = 1000 + same[i % 40];
    }
    Points collapsed = new Points(values, 40);
    float[] joined = Arrays.copyOf(values, values.length + 20 * 40);
    System.arraycopy(Normals.of("others", 20, 40).values(), 0, joined, values.length, 800);
    PrecisionRecall found = PrecisionRecall.of(collapsed, new Points(joined, 40), 3);
    assertThat(found.precision().mean()).isEqualTo(1);
    assertThat(found.recall().mean()).isEqualTo(50 / 70.0);
  }

  @Test
  void many_images_are_taken_in_blocks() {
    Points generated = Normals.of("generated", 3000, 2); // blocks of 1,398 rows
    Points reference = Normals.of("reference", 3000, 2);
    PrecisionRecall found = PrecisionRecall.of(generated, reference, 3);
    assertThat(found.precision().mean()).isCloseTo(0.99, within(0.02));
    assertThat(found.recall().mean()).isCloseTo(found.precision().mean(), within(0.02));
  }

  @Test
  void the_standard_errors_are_binomial() {
    Estimate precision =
        PrecisionRecall.of(line(-1.5f, -1, 5, 11, 11.25f), line(0, 1, 3, 7), 1).precision();
    assertThat(precision.standardError()).isCloseTo(Math.sqrt(0.6 * 0.4 / 4), within(1e-12));
    assertThat(precision.examples()).isEqualTo(5);
  }

  @Test
  void nothing_native_is_left() {
    Points points = Normals.of("same", 20, 3);
    PrecisionRecall.of(points, points, 3);
    long before = Backend.livePointers();
    PrecisionRecall.of(points, points, 3);
    assertThat(Backend.livePointers()).isEqualTo(before);
  }

  @Test
  void what_has_no_neighbors_is_refused() {
    Points points = Normals.of("same", 4, 3);
    assertThat(PrecisionRecall.of(points, points, 3).recall().mean()).isEqualTo(1);
    assertThatThrownBy(() -> PrecisionRecall.of(points.rows(0, 3), points, 3))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "precision and recall: expected at least 4 images of each for 3 neighbors, got 3"
                + " generated and 4 of the reference");
    assertThatThrownBy(() -> PrecisionRecall.of(points, points, 0))
        .hasMessage("precision and recall: k must be at least 1, got 0");
    assertThatThrownBy(() -> PrecisionRecall.of(points, Normals.of("same", 4, 2), 3))
        .hasMessage(
            "precision and recall: expected two of one extractor, got 3 features of a generated"
                + " image and 2 of one of the reference");
  }
}
