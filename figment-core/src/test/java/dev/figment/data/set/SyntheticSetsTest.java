package dev.figment.data.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.data.DataRecipe;
import dev.figment.data.DataSummary;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The checksums say that these sets are the same for everyone: a change is a new set. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SyntheticSetsTest {
  @Test
  void glyphs_are_the_same_for_everyone() {
    assertThat(checksum(ImageSets.open(DataRecipe.of("glyphs"), null))).isEqualTo(3782758887L);
    assertThat(checksum(Glyphs.draw(Split.TEST))).isEqualTo(3254206486L);
  }

  @Test
  void glyphs_come_as_often_of_each_class() {
    DataSummary summary = DataSummary.of(Glyphs.draw(Split.TEST));
    assertThat(summary.shape()).containsExactly(28, 28, 1);
    assertThat(summary.examplesPerClass()).hasSize(10).containsValues(1000);
    assertThat(summary.examplesPerClass().values()).containsOnly(1000);
  }

  @Test
  void a_glyph_does_not_depend_on_how_many_are_drawn() {
    assertThat(Glyphs.draw(Split.TRAIN, 20).image(7).bytes())
        .isEqualTo(Glyphs.draw(Split.TRAIN, 8).image(7).bytes());
  }

  @Test
  void no_two_glyphs_of_a_class_are_equal_and_test_differs_from_train() {
    ImageSet train = Glyphs.draw(Split.TRAIN, 1000);
    ImageSet test = Glyphs.draw(Split.TEST, 1000);
    assertThat(
            IntStream.range(0, 2000)
                .mapToObj(i -> i < 1000 ? train.image(i) : test.image(i - 1000))
                .map(picture -> Arrays.hashCode(picture.bytes()))
                .distinct())
        .hasSize(2000);
  }

  @Test
  void glyphs_keep_clear_of_the_edge() {
    ImageSet glyphs = Glyphs.draw(Split.TRAIN, 5000);
    for (int i = 0; i < glyphs.size(); i++) {
      byte[] bytes = glyphs.image(i).bytes();
      int atTheEdge = 0;
      for (int side = 0; side < 28; side++) {
        atTheEdge |= bytes[side] | bytes[27 * 28 + side] | bytes[28 * side] | bytes[28 * side + 27];
      }
      assertThat(atTheEdge).as("glyph %d", i).isZero();
    }
  }

  @Test
  void shapes_are_the_same_for_everyone_and_balanced() {
    ImageSet shapes = ImageSets.open(DataRecipe.of("shapes").withSplit(Split.TEST), null);
    assertThat(checksum(shapes)).isEqualTo(4060820770L);
    assertThat(shapes.classes())
        .containsExactly("circle", "square", "triangle", "star", "ring", "cross");
    assertThat(DataSummary.of(shapes).examplesPerClass().values()).containsOnly(400);
  }

  @Test
  void the_tilted_plane_is_sixty_centerd_points_near_a_plane() {
    ImageSet plane = ImageSets.open(DataRecipe.of("tilted-plane"), null);
    assertThat(plane.size()).isEqualTo(60);
    assertThat(plane.holdsBytes()).isFalse();
    assertThat(plane.classes()).isEmpty();
    float[] point = new float[3];
    double[] sum = new double[3];
    double offPlane = 0;
    for (int i = 0; i < 60; i++) {
      plane.copyFloats(i, point, 0);
      double off = point[2] - 0.1 * point[0] - 0.3 * point[1];
      offPlane += off * off / 60;
      for (int axis = 0; axis < 3; axis++) {
        sum[axis] += point[axis];
      }
    }
    assertThat(sum).containsExactly(new double[3], within(1e-5));
    assertThat(Math.sqrt(offPlane)).isBetween(0.07, 0.13);
  }

  @Test
  void the_tilted_plane_is_the_same_for_everyone() {
    float[] first = new float[3];
    ImageSets.open(DataRecipe.of("tilted-plane"), null).copyFloats(0, first, 0);
    assertThat(first).containsExactly(1.0323933f, 0.20099895f, 0.12216322f);
  }

  private static long checksum(ImageSet set) {
    CRC32 sum = new CRC32();
    byte[] example = new byte[set.shape().count()];
    for (int i = 0; i < set.size(); i++) {
      set.copyBytes(i, example, 0);
      sum.update(example);
    }
    return sum.getValue();
  }
}
