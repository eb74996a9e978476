package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.latent.Points;
import dev.figment.picture.Drawing.Form;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlaneInSpaceTest {
  private static final Points THREE = new Points(new float[] {0, 0, 0, 1, 0, 0, 0, 0, 1}, 3);
  private static final Points CODINGS = new Points(new float[] {0, 0, 1, 0, 0, 1}, 2);
  private static final Points MESH =
      new Points(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0}, 3);

  private static List<Rectangle2D> dots(PlaneInSpace plane) {
    return plane.drawing().marks().stream()
        .filter(mark -> mark instanceof Form form && form.color().equals(Palette.series(1)))
        .map(mark -> ((Form) mark).shape().getBounds2D())
        .toList();
  }

  @Test
  void points_stand_in_space_and_by_their_codings() {
    List<Rectangle2D> dots = dots(new PlaneInSpace("plane", THREE, THREE, CODINGS, MESH, 2));
    assertThat(dots).hasSize(6);
    assertThat(dots.get(2).getCenterX()).isCloseTo(dots.get(0).getCenterX(), within(1e-4));
    assertThat(dots.get(2).getCenterY()).as("the third number").isLessThan(dots.get(0).getY());
    assertThat(dots.get(4).getCenterX()).isGreaterThan(dots.get(3).getCenterX());
    assertThat(dots.get(5).getCenterY()).isLessThan(dots.get(3).getCenterY());
  }

  @Test
  void a_mesh_is_joined_to_its_neighbors_and_each_point_to_its_place() {
    long lines =
        new PlaneInSpace("plane", THREE, THREE, CODINGS, MESH, 2)
            .drawing().marks().stream()
                .filter(mark -> mark instanceof Form form && form.width() == 0.8)
                .count();
    assertThat(lines).isEqualTo(4 + 3);
  }

  @Test
  void what_does_not_fit_is_refused() {
    assertThatThrownBy(() -> new PlaneInSpace("plane", CODINGS, THREE, CODINGS, MESH, 2))
        .isInstanceOf(UsageException.class)
        .hasMessage("plane in space: expected points of 3 numbers, got 2, 3 and 3");
    assertThatThrownBy(() -> new PlaneInSpace("plane", THREE, THREE, THREE, MESH, 2))
        .hasMessage("plane in space: expected codings of 2, got 3");
    assertThatThrownBy(() -> new PlaneInSpace("plane", THREE, MESH, CODINGS, MESH, 2))
        .hasMessage(
            "plane in space: expected as many reconstructions and codings as points (3), got 4 and"
                + " 3");
    assertThatThrownBy(() -> new PlaneInSpace("plane", THREE, THREE, CODINGS, MESH, 3))
        .hasMessage("plane in space: expected a mesh of whole rows of 3, got 4 places");
  }
}
