package dev.figment.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.latent.TSne;
import dev.figment.nn.Shape;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MapExamplesTest {
  private static final String REMEDY =
      "Ask for fewer with --count N, or take a larger heap: FIGMENT_JAVA_OPTS=-Xmx8g";

  private static MapExamples many() {
    int[] labels = new int[100_000];
    return new MapExamples(
        ImageSet.ofBytes("many", Shape.image(1, 1, 1), List.of(), labels, new byte[labels.length]),
        1);
  }

  @Test
  void the_heap_bounds_the_map_and_the_user_is_told() {
    StringWriter err = new StringWriter();
    long free = TSne.bytesNeeded(1000);
    TSne method = TSne.standard();
    ImageSet some = many().within(free, 50_000, method, new PrintWriter(err));
    assertThat(some.size()).isEqualTo(1000);
    assertThat(err.toString().strip())
        .isEqualTo(
            "t-SNE of 50,000 points takes 9,600 MB of the Java heap, and 67 MB are left: 1,000 of"
                + " them at random. "
                + REMEDY);
    assertThat(many().within(free, 900, method, null).size()).isEqualTo(900);
  }

  @Test
  void a_heap_too_small_for_any_map_is_refused() {
    TSne method = TSne.standard();
    long free = TSne.bytesNeeded(31);
    assertThatThrownBy(() -> many().within(free, 50, method, null))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "map: t-SNE of 50 points takes 64 MB of the Java heap, and 64 MB are left. " + REMEDY);
    assertThat(many().within(TSne.bytesNeeded(32), 32, method, null).size()).isEqualTo(32);
  }

  @Test
  void the_heap_that_is_left_is_what_java_may_still_take() {
    assertThat(MapExamples.heapLeft()).isBetween(1L, Runtime.getRuntime().maxMemory());
  }
}
