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
  private static SampleResult result(long step, String weights) {
    return new SampleResult(
        step, 1, step / 10.0, "train", Map.of("swd500", 1.0), Map.of(), Map.of("weights", weights));
  }

  @Test
  void results_of_one_protocol_stand_together_newest_first() {
    List<ProtocolGroup> groups =
        ProtocolGroup.of(
            List.of(result(10, "raw"), result(10, "ema"), result(20, "raw"), result(30, "ema")));
    assertThat(groups).hasSize(2);
    assertThat(groups.get(0).protocol()).isEqualTo(Map.of("weights", "ema"));
    assertThat(groups.get(0).of("swd500")).extracting(SampleResult::step).containsExactly(30L, 10L);
    assertThat(groups.get(1).of("swd500")).extracting(SampleResult::step).containsExactly(20L, 10L);
    assertThat(groups.get(1).letter()).isEqualTo("protocol B");
    assertThat(groups.get(1).differences(groups.get(0)))
        .containsExactly(new SampleResult.Difference("weights", "raw", "ema"));
  }
}
