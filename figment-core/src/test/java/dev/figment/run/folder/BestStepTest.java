package dev.figment.run.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.recipe.RecipeFormat;
import dev.figment.recipe.Recipes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BestStepTest {
  private static final Set<Long> STEPS = Set.of(10L, 20L, 30L);

  @TempDir private Path temporary;
  private RunFolder folder;

  @BeforeEach
  void create() {
    folder = RunFolder.create(temporary.resolve("run"), Recipes.named("glyphs-dcgan"));
  }

  private void line(long step, String kind, Map<String, ?> values) {
    Map<String, Object> line = new HashMap<>(values);
    line.put("step", step);
    line.put(kind, "train");
    new JsonLines(folder.metrics()).append(line);
  }

  private void samples(long step, Map<String, ?> values) {
    samples(step, values, 60_000);
  }

  private void samples(long step, Map<String, ?> values, int reference) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("protocol", Map.of("reference", reference));
    line(step, "samples", all);
  }

  private void watch(String... names) {
    Map<String, Object> metrics = Map.of("everySteps", 10, "names", List.of(names));
    folder =
        RunFolder.create(
            temporary.resolve("watched"),
            RecipeFormat.changed(folder.recipe(), Map.of("watch.metrics", metrics)));
  }

  private Long best() {
    var best = new BestStep(folder).among(STEPS);
    return best.isPresent() ? best.getAsLong() : null;
  }

  @Test
  void without_a_measurement_there_is_none() {
    assertThat(best()).isNull();
  }

  @Test
  void a_distance_is_best_where_it_is_lowest() {
    samples(10, Map.of("fd10k-features", 9.0));
    samples(20, Map.of("fd10k-features", 3.0));
    samples(30, Map.of("fd10k-features", 5.0));
    assertThat(best()).isEqualTo(20);
  }

  @Test
  void a_share_is_best_where_it_is_highest() {
    samples(10, Map.of("recall10k-k3-features", 0.3));
    samples(20, Map.of("recall10k-k3-features", 0.2));
    assertThat(best()).isEqualTo(10);
  }

  @Test
  void what_has_no_better_end_says_nothing() {
    samples(10, Map.of("ms-ssim10k", 0.3));
    assertThat(best()).isNull();
  }

  @Test
  void a_result_of_another_protocol_does_not_count() {
    samples(10, Map.of("fd10k-features", 1.0), 10_000);
    samples(20, Map.of("fd10k-features", 3.0));
    samples(30, Map.of("fd10k-features", 5.0));
    assertThat(best()).isEqualTo(20);
  }

  @Test
  void steps_without_a_checkpoint_do_not_count() {
    samples(15, Map.of("fd10k-features", 1.0));
    samples(20, Map.of("fd10k-features", 3.0));
    assertThat(best()).isEqualTo(20);
  }

  @Test
  void a_validation_comes_before_samples() {
    line(10, "validation", Map.of("elbo", -90.0));
    line(20, "validation", Map.of("elbo", -95.0));
    samples(20, Map.of("fd10k-features", 3.0));
    assertThat(best()).isEqualTo(10);
  }

  @Test
  void the_first_metric_that_is_watched_comes_before_all() {
    watch("swd", "fd");
    line(10, "validation", Map.of("elbo", -90.0));
    samples(10, Map.of("fd10k-features", 1.0, "swd10k", 9.0));
    samples(20, Map.of("fd10k-features", 2.0, "swd10k", 4.0));
    assertThat(best()).isEqualTo(20);
  }
}
