package dev.figment.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.metric.SampleMetric.Better;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MetricNameTest {
  @ParameterizedTest
  @CsvSource({
    "fd, fd10k-features",
    "fd5k-features, fd5k-features",
    "fd-features, fd10k-features",
    "kd2500, kd2500-features",
    "precision, precision10k-k3-features",
    "coverage5k, coverage5k-k5-features",
    "swd, swd10k",
    "ms-ssim1k, ms-ssim1k",
    "class-share, class-share10k"
  })
  void a_name_says_count_parameters_and_features(String asked, String name) {
    assertThat(MetricName.parse(asked, MetricName.COUNT, false)).hasToString(name);
  }

  @ParameterizedTest
  @CsvSource({"fd, fid10k", "fid50k, fid50k", "is, is10k", "recall, recall10k-k3", "swd, swd10k"})
  void by_inception_it_has_the_name_that_belongs_to_it(String asked, String name) {
    assertThat(MetricName.parse(asked, MetricName.COUNT, true)).hasToString(name);
  }

  @Test
  void without_inception_nothing_is_called_fid() {
    assertThatThrownBy(() -> MetricName.parse("fid", MetricName.COUNT, false))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "metrics fid: is by the features of the original Inception network: give its file as"
                + " extractor, or ask for fd, which is by those of a classifier of this set.");
    assertThatThrownBy(() -> MetricName.parse("fd-features", MetricName.COUNT, true))
        .hasMessage(
            "metrics fd-features: is by the features of a classifier of the set, and the extractor"
                + " is another network. Leave one of them out.");
  }

  @Test
  void an_unknown_one_is_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> MetricName.parse("coverge", MetricName.COUNT, false))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("metrics: no metric coverge of samples; did you mean coverage? It")
        .hasMessageContaining("fd, kd, cs,");
  }

  @ParameterizedTest
  @EnumSource(SampleMetric.class)
  void a_result_is_known_by_its_name(SampleMetric metric) {
    for (boolean isOfInception : new boolean[] {false, true}) {
      MetricName name = new MetricName(metric, 500, isOfInception && metric.isOfFeatures());
      assertThat(MetricName.metricOf(name.toString())).contains(metric);
      assertThat(MetricName.metricOf(name + "/14")).contains(metric);
    }
  }

  @Test
  void what_is_validated_is_no_metric_of_samples() {
    assertThat(MetricName.metricOf("mse")).isEmpty();
    assertThat(MetricName.metricOf("nll-200")).isEmpty();
    assertThat(MetricName.metricOf("elbo")).isEmpty();
  }

  @Test
  void distances_are_better_where_they_are_lower() {
    assertThat(SampleMetric.FRECHET.better()).isEqualTo(Better.LOWER);
    assertThat(SampleMetric.RECALL.better()).isEqualTo(Better.HIGHER);
    assertThat(SampleMetric.MS_SSIM.better()).isEqualTo(Better.NEITHER);
  }
}
