package dev.figment.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InterpolationTest {
  private static float[] normal(String name, int size) {
    return Noise.normals(RandomStream.named(name, 1), size);
  }

  private static double length(float[] point) {
    double sum = 0;
    for (float each : point) {
      sum += (double) each * each;
    }
    return Math.sqrt(sum);
  }

  @Test
  void the_straight_way_goes_in_equal_steps() {
    Points way = Interpolation.linear(new float[] {0, 8}, new float[] {4, 0}, 5);

    assertThat(way.values()).containsExactly(0, 8, 1, 6, 2, 4, 3, 2, 4, 0);
  }

  @Test
  void both_ways_begin_and_end_with_the_points_themselves() {
    float[] a = normal("a", 100);
    float[] b = normal("b", 100);
    for (Points way :
        new Points[] {Interpolation.linear(a, b, 7), Interpolation.spherical(a, b, 7)}) {
      assertThat(way.count()).isEqualTo(7);
      assertThat(way.row(0)).containsExactly(a);
      assertThat(way.row(6)).containsExactly(b);
    }
  }

  @Test
  void the_arc_between_two_axes_goes_in_equal_angles() {
    Points way = Interpolation.spherical(new float[] {1, 0}, new float[] {0, 1}, 4);

    assertThat(way.row(1))
        .containsExactly(
            new float[] {(float) Math.cos(Math.PI / 6), (float) Math.sin(Math.PI / 6)},
            within(1e-7f));
    assertThat(way.row(2))
        .containsExactly(
            new float[] {(float) Math.cos(Math.PI / 3), (float) Math.sin(Math.PI / 3)},
            within(1e-7f));
  }

  @Test
  void the_arc_keeps_the_length_that_the_straight_way_loses() {
    float[] a = normal("a", 200);
    float[] b = normal("b", 200);

    double middleOfArc = length(Interpolation.spherical(a, b, 3).row(1));
    double middleOfLine = length(Interpolation.linear(a, b, 3).row(1));
    assertThat(middleOfArc).isBetween(0.95 * length(a), 1.05 * length(a));
    assertThat(middleOfLine).isLessThan(0.8 * length(a));
  }

  @Test
  void where_there_is_no_arc_the_way_is_straight() {
    float[] a = {1, 2, 3};
    for (float[] b : new float[][] {{2, 4, 6}, {-1, -2, -3}, {0, 0, 0}, {1, 2, 3}}) {
      assertThat(Interpolation.spherical(a, b, 5).values())
          .containsExactly(Interpolation.linear(a, b, 5).values());
    }
  }

  @Test
  void a_small_angle_is_an_arc_without_noise() {
    float[] a = {1, 0};
    float[] b = {1, 1e-5f};

    assertThat(Interpolation.spherical(a, b, 3).row(1))
        .containsExactly(new float[] {1, 0.5e-5f}, within(1e-10f));
  }

  @Test
  void twelve_points_become_thirty_five_with_themselves_at_every_other_place() {
    Points grid = new Points(normal("grid", 12 * 9), 9);
    Points resized = Interpolation.resized(grid, 3, 4, 5, 7);

    assertThat(resized.count()).isEqualTo(35);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        assertThat(resized.row(2 * row * 7 + 2 * column))
            .containsExactly(grid.row(row * 4 + column));
      }
    }
  }

  @Test
  void points_between_are_means_of_their_two_or_four_neighbors() {
    Points square = new Points(new float[] {0, 2, 4, 10}, 1);

    assertThat(Interpolation.resized(square, 2, 2, 3, 3).values())
        .containsExactly(0, 1, 2, 2, 4, 6, 4, 7, 10);
  }

  @Test
  void a_grid_may_be_resized_to_any_other() {
    Points row = new Points(new float[] {0, 3, 6}, 1);

    assertThat(Interpolation.resized(row, 1, 3, 2, 4).values())
        .containsExactly(0, 2, 4, 6, 0, 2, 4, 6);
    assertThat(Interpolation.resized(row, 3, 1, 2, 1).values()).containsExactly(0, 6);
    assertThat(Interpolation.resized(row, 1, 3, 1, 1).values()).containsExactly(0);
    assertThat(Interpolation.resized(row, 1, 3, 1, 3).values()).containsExactly(0, 3, 6);
  }

  @Test
  void a_plane_is_read_as_a_picture_is() {
    assertThat(Interpolation.plane(3, 2, 4).values())
        .containsExactly(-4, 4, 4, 4, -4, 0, 4, 0, -4, -4, 4, -4);
    assertThat(Interpolation.plane(1, 1, 4).values()).containsExactly(0, 0);
  }

  @Test
  void ways_and_grids_that_cannot_be_are_refused() {
    assertThatThrownBy(() -> Interpolation.linear(new float[2], new float[3], 5))
        .isInstanceOf(UsageException.class)
        .hasMessage("interpolation: expected two points of one size, got 2 and 3 numbers");
    assertThatThrownBy(() -> Interpolation.spherical(new float[2], new float[2], 1))
        .hasMessage("interpolation: steps must be at least 2, got 1");
    Points twelve = new Points(new float[12], 1);
    assertThatThrownBy(() -> Interpolation.resized(twelve, 3, 5, 5, 7))
        .hasMessage("interpolation: expected 3×5 points, got 12");
    assertThatThrownBy(() -> Interpolation.resized(twelve, 3, 4, 0, 7))
        .hasMessage("interpolation: rows and columns must be at least 1, got 0×7");
    assertThatThrownBy(() -> Interpolation.plane(2, 2, 0))
        .hasMessage("interpolation: extent must be above 0, got 0.0");
  }
}
