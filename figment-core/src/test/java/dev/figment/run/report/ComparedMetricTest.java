package dev.figment.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.metric.SampleMetric.Better;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.folder.SampleResults;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparedMetricTest {
  private static final Map<String, Object> PROTOCOL =
      Map.of(
          "extractor",
          "classifier",
          "extractorHash",
          "ab12",
          "generated",
          10000,
          "reference",
          60000,
          "resize",
          "none",
          "weights",
          "raw",
          "seed",
          1,
          "version",
          1);

  @TempDir private Path folder;
  private SampleResults one;
  private SampleResults other;

  @BeforeEach
  void make() {
    one = new SampleResults(RunFolder.create(folder.resolve("one")));
    other = new SampleResults(RunFolder.create(folder.resolve("other")));
  }

  private static void measured(SampleResults run, int step, String metric, double value) {
    measured(run, step, metric, value, Map.of());
  }

  private static void measured(
      SampleResults run, int step, String metric, double value, Map<String, Object> otherwise) {
    Map<String, Object> protocol = new LinkedHashMap<>(PROTOCOL);
    protocol.putAll(otherwise);
    new JsonLines(run.folder().metrics())
        .append(
            Map.of(
                "step",
                step,
                "kimg",
                step,
                "samples",
                "train",
                metric,
                value,
                "standardErrors",
                Map.of(metric, 0.5),
                "protocol",
                protocol));
  }

  private ComparedMetric compared() {
    return ComparedMetric.of(List.of(one, other)).get(0);
  }

  @ParameterizedTest
  @CsvSource({"fd10k-features,1", "precision10k-k3-features,0", "swd10k/14,1", "fid10k,1"})
  void the_best_result_wins_in_the_direction_of_its_metric(String metric, int winner) {
    measured(one, 10, metric, 7);
    measured(other, 10, metric, 3);
    assertThat(compared().winner()).isEqualTo(winner);
    assertThat(compared().notes()).isEmpty();
  }

  @Test
  void best_and_last_of_a_run_are_told_with_their_steps() {
    measured(one, 10, "fd10k-features", 7);
    measured(one, 20, "fd10k-features", 5);
    measured(one, 30, "fd10k-features", 6);
    measured(other, 10, "fd10k-features", 5.5);
    ComparedMetric.Result result = compared().runs().get(0);
    assertThat(result.best()).isEqualTo(new ComparedMetric.Value(20, 5, 0.5));
    assertThat(result.last()).isEqualTo(new ComparedMetric.Value(30, 6, 0.5));
    assertThat(compared().winner()).isZero();
    assertThat(compared().better()).isEqualTo(Better.LOWER);
  }

  @Test
  void results_of_another_protocol_than_the_last_are_no_best() {
    measured(one, 10, "swd10k", 1, Map.of("reference", 10000));
    measured(one, 20, "swd10k", 5);
    measured(other, 10, "swd10k", 4);
    assertThat(compared().runs().get(0).best()).isEqualTo(new ComparedMetric.Value(20, 5, 0.5));
    assertThat(compared().winner()).isEqualTo(1);
  }

  @Test
  void different_protocols_are_not_ranked_and_it_is_said_how_they_differ() {
    measured(one, 10, "fd10k-features", 7);
    measured(other, 10, "fd10k-features", 3, Map.of("reference", 10000, "extractorHash", "cd34"));
    assertThat(compared().ranked()).isFalse();
    assertThat(compared().notes())
        .containsExactlyInAnyOrder(
            "1 and 2: reference: 60000, 10000", "1 and 2: extractorHash: ab12, cd34");
  }

  @Test
  void an_extractor_does_not_matter_to_a_metric_without_features() {
    measured(one, 10, "swd10k", 7);
    measured(other, 10, "swd10k", 3, Map.of("extractorHash", "cd34"));
    assertThat(compared().winner()).isEqualTo(1);
  }

  @Test
  void seeds_and_averaged_weights_are_shown_and_ranked_all_the_same() {
    measured(one, 10, "swd10k", 7);
    measured(other, 10, "swd10k", 3, Map.of("seed", 2, "weights", "ema"));
    assertThat(compared().winner()).isEqualTo(1);
    assertThat(compared().notes()).containsExactly("weights: raw, ema", "seed: 1, 2");
  }

  @Test
  void where_neither_direction_is_better_nobody_wins() {
    measured(one, 10, "ms-ssim10k", 0.3);
    measured(other, 10, "ms-ssim10k", 0.2);
    assertThat(compared().ranked()).isFalse();
    assertThat(compared().runs().get(0).best()).isNull();
    assertThat(compared().notes()).containsExactly("neither less nor more is better by itself");
  }

  @Test
  void a_run_alone_is_not_ranked() {
    measured(other, 10, "swd10k", 3);
    assertThat(compared().ranked()).isFalse();
    assertThat(compared().runs().get(0).last()).isNull();
    assertThat(compared().notes()).containsExactly("only one of the runs was measured");
  }

  @Test
  void what_is_no_metric_of_samples_is_left_out() {
    measured(one, 10, "mystery10k", 3);
    assertThat(ComparedMetric.of(List.of(one, other))).isEmpty();
  }
}
