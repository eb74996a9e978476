package dev.figment.latent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.tensor.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeedsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void each_of_four_separated_groups_gets_a_seed(int seed) {
    Clusters clusters = Clusters.of(4, 25, 3, 0.1);
    Seeds seeds = Seeds.of(clusters.points(), 4, RandomStream.named("seeds", seed));

    assertThat(Arrays.stream(seeds.chosen()).map(clusters::owner))
        .containsExactlyInAnyOrder(0, 1, 2, 3);
    for (int i = 0; i < 100; i++) {
      assertThat(clusters.owner(seeds.chosen()[seeds.nearest()[i]])).isEqualTo(clusters.owner(i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void every_point_of_a_few_becomes_one(int seed) {
    Points five = new Points(new float[] {1, 2, 3, 4, 50}, 1);
    Seeds seeds = Seeds.of(five, 5, RandomStream.named("seeds", seed));

    assertThat(seeds.chosen()).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    assertThat(IntStream.range(0, 5).map(i -> seeds.chosen()[seeds.nearest()[i]]))
        .containsExactly(0, 1, 2, 3, 4);
  }
}
