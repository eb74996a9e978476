package dev.figment.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.tensor.Doubles;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PointsTest {
  private static final Points THREE = new Points(new float[] {1, 2, 3, 4, 5, 6}, 2);

  @Test
  void points_are_counted_and_copied_out() {
    assertThat(THREE.count()).isEqualTo(3);
    assertThat(THREE.row(1)).containsExactly(3, 4);
    assertThat(THREE.rows(1, 3).values()).containsExactly(3, 4, 5, 6);
    assertThat(THREE.rows(1, 1).count()).isZero();
    assertThat(THREE.select(new int[] {2, 0, 2}).values()).containsExactly(5, 6, 1, 2, 5, 6);
    assertThat(THREE.mean()).containsExactly(3, 4);
  }

  @Test
  void they_come_from_tensors_and_go_to_them() {
    try (Scope scope = Scope.open()) {
      Points points = Points.of(Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2));
      assertThat(points.size()).isEqualTo(4);
      assertThat(points.row(1)).containsExactly(5, 6, 7, 8);
      assertThat(points.toTensor().shape()).containsExactly(2, 4);
      assertThat(points.toTensor().toArray()).containsExactly(points.values());
    }
  }

  @Test
  void parts_cover_all_points_once() {
    assertThat(THREE.parts(4)).containsExactly(0, 2, 3);
    assertThat(THREE.parts(1)).containsExactly(0, 1, 2, 3);
    assertThat(THREE.parts(100)).containsExactly(0, 3);
    assertThat(new Points(new float[0], 2).parts(4)).containsExactly(0);
  }

  @Test
  void points_of_parts_are_joined_one_part_after_the_other() {
    Points none = new Points(new float[0], 2);
    assertThat(Points.joined(List.of(THREE.rows(2, 3), none, THREE)).values())
        .containsExactly(5, 6, 1, 2, 3, 4, 5, 6);
    assertThatThrownBy(() -> Points.joined(List.of(THREE, new Points(new float[3], 3))))
        .isInstanceOf(UsageException.class)
        .hasMessage("points: expected parts of size 2, got one of 3");
  }

  @Test
  void their_scatter_is_that_around_a_mean() {
    try (Scope scope = Scope.open()) {
      assertThat(Doubles.toArray(THREE.scatter(THREE.mean()))).containsExactly(8, 8, 8, 8);
    }
  }

  @Test
  void what_is_no_row_of_points_is_refused() {
    assertThatThrownBy(() -> new Points(new float[3], 2))
        .isInstanceOf(UsageException.class)
        .hasMessage("points: expected a multiple of 2 values, got 3");
    assertThatThrownBy(() -> new Points(new float[3], 0))
        .hasMessage("points: expected a size of at least 1, got 0");
    assertThatThrownBy(() -> new Points(new float[] {0, 0, 0, Float.NaN}, 2))
        .hasMessage("points: expected finite values, got NaN in point 1");
    assertThatThrownBy(() -> THREE.row(3))
        .hasMessage("points: expected points from 0 to 3, got [3, 4)");
    assertThatThrownBy(() -> THREE.select(new int[] {-1}))
        .hasMessage("points: expected points from 0 to 3, got [-1, 0)");
    assertThatThrownBy(() -> THREE.rows(2, 1))
        .hasMessage("points: expected points from 0 to 3, got [2, 1)");
  }
}
