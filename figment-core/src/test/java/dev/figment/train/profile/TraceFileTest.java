package dev.figment.train.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TraceFileTest {
  private static final String DENSE =
      """
      gan:
        latent: 3
        generator: [{dense: 64}, {reshape: [8, 8, 1]}]
        discriminator: [flatten, {dense: {units: 1, activation: sigmoid}}]
        optimizer: {generator: {adam: 1e-3}, discriminator: {adam: 1e-3}}
      """;

  @TempDir private Path folder;

  private JsonNode written(Profile profile) {
    Path file = folder.resolve("trace.json");
    TraceFile.write(file, profile);
    return new JsonMapper().readTree(file.toFile());
  }

  @Test
  void spans_become_complete_events_in_microseconds_from_the_first() {
    Span step = new Span("step 7", "step", 1_000_000, 9_000_000);
    Span layer = new Span("generator/0 dense", "backward", 3_500_000, 4_000_000);
    JsonNode trace = written(new Profile(7, 7, List.of(), List.of(layer, step)));
    assertThat(trace)
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"displayTimeUnit": "ms", "traceEvents": [
                      {"name": "step 7", "cat": "step", "ph": "X", "pid": 1, "tid": 1,
                       "ts": 0.0, "dur": 8000.0},
                      {"name": "generator/0 dense, backward", "cat": "backward", "ph": "X",
                       "pid": 1, "tid": 1, "ts": 2500.0, "dur": 500.0}]}
                    """));
  }

  @Test
  void events_of_a_training_lie_inside_each_other_or_apart() {
    Profiler profiler = new Profiler(1, 2);
    TrainedGan.weights(DENSE, 3, profiler);
    List<Span> spans = profiler.profile().orElseThrow().spans();
    assertThat(spans).extracting(Span::category).contains("step", "phase", "forward", "backward");
    for (Span one : spans) {
      assertThat(spans).allMatch(other -> areNested(one, other));
    }
  }

  private static boolean areNested(Span one, Span other) {
    boolean apart = one.endNanos() <= other.startNanos() || other.endNanos() <= one.startNanos();
    return apart || isInside(one, other) || isInside(other, one);
  }

  private static boolean isInside(Span one, Span other) {
    return one.startNanos() >= other.startNanos() && one.endNanos() <= other.endNanos();
  }
}
