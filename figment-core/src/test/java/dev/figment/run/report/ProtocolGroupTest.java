package dev.figment.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.run.folder.SampleResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProtocolGroupTest {
  private static final String SWD = "swd500";
  private static final String FRECHET = "fd500-features";

  private static SampleResult result(long step, String reference, String extractor, int seed) {
    return new SampleResult(
        step,
        1,
        step / 10.0,
        "train",
        Map.of(SWD, 1.0, FRECHET, 2.0),
        Map.of(),
        Map.of(
            "reference",
            reference,
            "extractor",
            extractor,
            "seed",
            String.valueOf(seed),
            "weights",
            "raw"));
  }

  @Test
  void results_of_one_protocol_stand_together_newest_first() {
    List<ProtocolGroup> groups =
        ProtocolGroup.of(
            List.of(
                result(10, "500", "a", 1),
                result(10, "60000", "a", 1),
                result(20, "500", "a", 1),
                result(30, "60000", "a", 1)),
            true);
    assertThat(groups).hasSize(2);
    assertThat(groups.get(0).of(FRECHET)).extracting(SampleResult::step).containsExactly(30L, 10L);
    assertThat(groups.get(1).of(FRECHET)).extracting(SampleResult::step).containsExactly(20L, 10L);
    assertThat(groups.get(1).letter()).isEqualTo("protocol B");
    assertThat(groups.get(1).differences(groups.get(0))).containsExactly("reference: 500, 60000");
  }

  @Test
  void another_seed_does_not_matter_and_its_values_are_all_named() {
    List<ProtocolGroup> groups =
        ProtocolGroup.of(List.of(result(1, "500", "a", 1), result(2, "500", "a", 2)), true);
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).values("seed")).containsExactly("2", "1");
  }

  @Test
  void an_extractor_matters_to_metrics_of_features_alone() {
    List<SampleResult> results = List.of(result(1, "500", "a", 1), result(2, "500", "b", 1));
    assertThat(ProtocolGroup.of(results, true)).hasSize(2);
    assertThat(ProtocolGroup.of(results, true).get(0).metrics()).containsExactly(FRECHET);
    assertThat(ProtocolGroup.of(results, false)).hasSize(1);
    assertThat(ProtocolGroup.of(results, false).get(0).metrics()).containsExactly(SWD);
  }
}
