package dev.figment.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProtocolTest {
  private static final Protocol PLAIN =
      new Protocol(
          null,
          null,
          10_000,
          60_000,
          "mnist",
          "train",
          "60000 of 28×28×1, checksum 01",
          "none",
          "8 bits",
          "raw",
          null,
          "normal",
          1,
          Protocol.VERSION);

  @Test
  void equal_ones_do_not_differ_nor_do_seeds_averages_and_other_metrics_count() {
    Map<String, Object> other = PLAIN.toMap();
    other.put("seed", 2);
    other.put("weights", "ema");
    other.put("generated", 50_000);
    assertThat(Protocol.differences(SampleMetric.FRECHET, PLAIN.toMap(), other)).isEmpty();
  }

  @Test
  void what_differs_is_said_with_both_values() {
    Map<String, Object> other = PLAIN.toMap();
    other.put("reference", 10_000);
    other.put("truncation", 0.7);
    assertThat(Protocol.differences(SampleMetric.SLICED_WASSERSTEIN, PLAIN.toMap(), other))
        .containsExactly("reference: 60000, 10000", "truncation: null, 0.7");
  }

  @Test
  void an_extractor_counts_where_there_are_features() {
    Map<String, Object> one = PLAIN.withExtractor("classifier", "a1").toMap();
    Map<String, Object> other = PLAIN.withExtractor("classifier", "b2").toMap();
    assertThat(Protocol.differences(SampleMetric.FRECHET, one, other))
        .containsExactly("extractorHash: a1, b2");
    assertThat(Protocol.differences(SampleMetric.CLASS_SHARE, one, other))
        .containsExactly("extractorHash: a1, b2");
    assertThat(Protocol.differences(SampleMetric.SLICED_WASSERSTEIN, one, other)).isEmpty();
  }
}
