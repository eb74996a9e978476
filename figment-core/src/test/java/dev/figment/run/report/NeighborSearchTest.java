package dev.figment.run.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import dev.figment.run.exploration.Samples;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NeighborSearchTest {
  private static final Shape TWO_PIXELS = Shape.image(1, 2, 1);
  private static final byte WHITE = (byte) 255;

  private static final ImageSet SET =
      ImageSet.ofBytes(
          "pairs", TWO_PIXELS, List.of(), new int[3], new byte[] {0, 0, WHITE, WHITE, 0, WHITE});

  @Test
  void the_nearest_come_first_by_the_root_mean_square_of_their_differences() {
    Samples samples = new Samples(TWO_PIXELS, new byte[] {WHITE, WHITE, 0, 51});
    List<List<Neighbor>> nearest = new NeighborSearch(SET, 2).of(samples, Progress.NONE);
    assertThat(nearest.get(0)).extracting(Neighbor::index).containsExactly(1, 2);
    assertThat(nearest.get(0).get(0).distance()).isZero();
    assertThat(nearest.get(0).get(1).distance()).isCloseTo(255 * Math.sqrt(0.5), within(1e-12));
    assertThat(nearest.get(1)).extracting(Neighbor::index).containsExactly(0, 2);
    assertThat(nearest.get(1).get(0).distance()).isCloseTo(51 * Math.sqrt(0.5), within(1e-12));
  }

  @Test
  void a_small_set_has_no_more_neighbors_than_images() {
    Samples sample = new Samples(TWO_PIXELS, new byte[2]);
    assertThat(new NeighborSearch(SET, 9).of(sample, Progress.NONE).get(0)).hasSize(3);
  }
}
