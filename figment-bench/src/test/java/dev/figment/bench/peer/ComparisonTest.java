package dev.figment.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {
  private final Turns figment = turns("Figment", new Measurement(20, 64, 300, 4));
  private final Turns none = new Turns("none");
  private final Turns quick = turns("Quick", new Measurement(10, 64, 900, 8));
  private final Turns small = turns("Small", new Measurement(40, 64, 600, 5));

  private static Turns turns(String who, Measurement... measurements) {
    Turns turns = new Turns(who);
    List.of(measurements).forEach(turns::add);
    return turns;
  }

  @Test
  void the_best_peer_counts_for_each_thing_by_itself() {
    Comparison comparison = new Comparison("work", figment, none, List.of(small, quick));
    assertThat(comparison.fastest()).contains(quick);
    assertThat(comparison.smallest()).contains(small);
    assertThat(comparison.soonest()).contains(small);
    assertThat(comparison.ratio()).contains(0.5);
    assertThat(comparison.memoryShare()).contains(0.5);
    assertThat(comparison.startShare()).contains(0.8);
  }

  @Test
  void turns_come_to_their_median() {
    Turns turns =
        turns(
            "Figment",
            new Measurement(30, 64, 300, 4),
            new Measurement(10, 64, 310, 5),
            new Measurement(20, 64, 320, 6));
    assertThat(turns.milliseconds().median()).isEqualTo(20);
    assertThat(turns.milliseconds().highest()).isEqualTo(30);
    assertThat(turns.imagesPerSecond()).isEqualTo(3200);
    assertThat(turns.megabytes()).isEqualTo(310);
    assertThat(turns.first()).isEqualTo(5);
  }

  @Test
  void one_that_failed_is_a_dash_with_its_reason_under_the_table() {
    Turns failed = turns("Quick", new Measurement(1, 64, 1, 1));
    failed.fail("stopped after 240 s");
    Comparison comparison = new Comparison("work", figment, none, List.of(failed, small));
    assertThat(comparison.fastest()).contains(small);
    String table = new ComparisonTable(List.of(comparison), Map.of()).toString();
    assertThat(table)
        .contains("| work | Quick | – | – | – | – | – |")
        .endsWith("\n\n- work, Quick: stopped after 240 s");
  }

  @Test
  void a_row_sets_figment_beside_the_best_peers() {
    Comparison comparison = new Comparison("work", figment, none, List.of(quick, small));
    String table = new ComparisonTable(List.of(comparison), Map.of("work", 5.0)).toString();
    assertThat(table)
        .contains(
            "| work | 20.0 ms | 10.0 ms, Quick | 0.50 | 3,200 | 6,400 | 300 MB | 0.50 | 4.0 s |"
                + " 0.80 | 25 % | – |\n")
        .contains("| work | Small | 40.0 ms | 40.0–40.0 | 1,600 | 600 MB | 5.0 s |")
        .doesNotContain("- work");
  }

  @Test
  void beside_a_busy_program_the_step_alone_is_the_measure() {
    Turns beside = turns("Figment beside a busy program", new Measurement(45, 64, 300, 4));
    Comparison comparison = new Comparison("work", figment, beside, List.of(quick));
    assertThat(comparison.slowdown()).contains(2.25);
    assertThat(new ComparisonTable(List.of(comparison), Map.of()).toString())
        .contains("| ×2.25 |")
        .contains("| work | Figment beside a busy program | 45.0 ms |");
  }

  @Test
  void without_figment_or_without_peers_there_is_no_ratio() {
    assertThat(new Comparison("work", none, none, List.of(quick)).ratio()).isEmpty();
    Comparison alone = new Comparison("work", figment, none, List.of());
    assertThat(alone.ratio()).isEmpty();
    assertThat(new ComparisonTable(List.of(alone), Map.of()).toString())
        .contains("| work | 20.0 ms | – | – | 3,200 | – | 300 MB | – | 4.0 s | – | – | – |");
  }

  @Test
  void a_line_of_four_numbers_is_a_measurement_and_nothing_else_is() {
    Measurement measurement = new Measurement(2.5, 32, 700, 3.25);
    assertThat(Measurement.parse(measurement.line())).isEqualTo(measurement);
    assertThatThrownBy(() -> Measurement.parse("2.5 32"))
        .isInstanceOf(PeerException.class)
        .hasMessage("expected four numbers, got '2.5 32'");
    assertThatThrownBy(() -> Measurement.parse("four words that say"))
        .isInstanceOf(PeerException.class);
  }
}
