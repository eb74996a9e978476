package dev.figment.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TSneTest {
  private static final TSne SHORT = new TSne(10, 400);

  private static RandomStream stream(int seed) {
    return RandomStream.named("map", seed);
  }

  private static Points noise(int count, int size) {
    return new Points(Noise.normals(RandomStream.named("points", 1), count * size), size);
  }

  @Test
  void separated_groups_stay_separated() {
    Clusters clusters = Clusters.of(4, 40, 10, 0.5);
    Points map = SHORT.fit(clusters.points(), stream(1), Progress.NONE).points();

    assertThat(map.size()).isEqualTo(2);
    assertThat(map.count()).isEqualTo(160);
    for (int i = 0; i < map.count(); i++) {
      assertThat(clusters.owner(nearest(map, i))).isEqualTo(clusters.owner(i));
    }
  }

  private static int nearest(Points map, int point) {
    int nearest = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int other = 0; other < map.count(); other++) {
      double distance =
          Math.hypot(map.row(point)[0] - map.row(other)[0], map.row(point)[1] - map.row(other)[1]);
      if (other != point && distance < smallest) {
        smallest = distance;
        nearest = other;
      }
    }
    return nearest;
  }

  @Test
  void the_divergence_comes_down_to_that_of_scikit_learn() {
    SklearnFixture sklearn = SklearnFixture.named("tsne");
    double best = sklearn.says("reached").get("best").asDouble();
    double worst = sklearn.says("reached").get("worst").asDouble();
    TSne.Result ours =
        TSne.standard()
            .withPerplexity(sklearn.says("perplexity").asDouble())
            .fit(sklearn.points("points"), stream(1), Progress.NONE);

    assertThat(ours.divergence()).isBetween(0.98 * best, 1.02 * worst);
  }

  @Test
  void one_stream_gives_one_map() {
    Points points = noise(60, 5);
    float[] map = SHORT.fit(points, stream(1), Progress.NONE).points().values();

    assertThat(SHORT.fit(points, stream(1), Progress.NONE).points().values()).containsExactly(map);
    assertThat(SHORT.fit(points, stream(2), Progress.NONE).points().values()).isNotEqualTo(map);
  }

  @Test
  void progress_is_told_every_fifty_iterations_and_at_the_end() {
    List<Integer> iterations = new ArrayList<>();
    List<Double> divergences = new ArrayList<>();
    TSne.Result result =
        SHORT
            .withIterations(320)
            .fit(
                noise(60, 5),
                stream(1),
                (task, iteration, divergence) -> {
                  iterations.add(iteration);
                  divergences.add(divergence);
                });

    assertThat(iterations).containsExactly(50, 100, 150, 200, 250, 300, 320);
    assertThat(result.iterations()).isEqualTo(320);
    assertThat(divergences.get(6)).isEqualTo(result.divergence()).isLessThan(divergences.get(0));
  }

  @Test
  void it_ends_where_nothing_moves_any_more() {
    Points two = new Points(new float[] {0, 1, 2, 3}, 1);
    TSne.Result result = new TSne(2, 5000).fit(two, stream(1), Progress.NONE);

    assertThat(result.iterations()).isBetween(251, 4999);
  }

  @Test
  void points_on_a_line_and_points_that_are_equal_get_a_map() {
    float[] line = new float[50];
    for (int i = 0; i < line.length; i++) {
      line[i] = i;
    }
    Points map = SHORT.fit(new Points(line, 1), stream(1), Progress.NONE).points();
    double widest = 0;
    for (int i = 1; i < map.values().length; i += 2) {
      widest = Math.max(widest, Math.abs(map.values()[i]));
    }
    assertThat(widest).as("the second number of the map").isGreaterThan(0.01);

    Points equal = new Points(new float[100], 2);
    assertThat(SHORT.fit(equal, stream(1), Progress.NONE).points().count()).isEqualTo(50);
  }

  @Test
  void memory_grows_with_the_square_of_the_points() {
    assertThat(TSne.bytesNeeded(10_000)).isBetween(400_000_000L, 500_000_000L);
    assertThat(TSne.bytesNeeded(100_000)).isGreaterThan(40_000_000_000L);
    assertThat(TSne.mostPoints(TSne.bytesNeeded(10_000))).isEqualTo(10_000);
    assertThat(TSne.mostPoints(0)).isZero();
  }

  @Test
  void nothing_native_is_left() {
    SHORT.fit(noise(40, 3), stream(1), Progress.NONE);
    long before = Backend.livePointers();
    SHORT.fit(noise(40, 3), stream(1), Progress.NONE);

    assertThat(Backend.livePointers()).isEqualTo(before);
  }

  @Test
  void a_perplexity_that_needs_more_points_is_refused() {
    assertThatThrownBy(() -> TSne.standard().fit(noise(31, 3), stream(1), Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "t-sne: expected at least 32 points for a perplexity of 30.0, got 31. Map more points,"
                + " or lower the perplexity.");
    assertThatThrownBy(() -> TSne.standard().withPerplexity(0.5))
        .hasMessage("t-sne: perplexity must be at least 1, got 0.5");
    assertThatThrownBy(() -> TSne.standard().withIterations(0))
        .hasMessage("t-sne: iterations must be at least 1, got 0");
  }
}
