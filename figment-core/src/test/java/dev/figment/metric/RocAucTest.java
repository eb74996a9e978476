package dev.figment.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.tensor.RandomStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RocAucTest {
  private static double[] scores(double... scores) {
    return scores;
  }

  /** Every normal one against every anomalous one. */
  private static double byPairs(double[] normal, double[] anomalous) {
    double wins = 0;
    for (double n : normal) {
      for (double a : anomalous) {
        wins += a > n ? 1 : a == n ? 0.5 : 0;
      }
    }
    return wins / (normal.length * anomalous.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 40, 100_000})
  void ranks_say_the_same_as_all_pairs_however_many_scores_are_equal(int levels) {
    RandomStream stream = RandomStream.named("scores", levels);
    double[] normal = IntStream.range(0, 60).mapToDouble(i -> stream.nextInt(levels)).toArray();
    double[] anomalous =
        IntStream.range(0, 41).mapToDouble(i -> stream.nextInt(levels) + levels / 5.0).toArray();
    assertThat(RocAuc.of(normal, anomalous)).isCloseTo(byPairs(normal, anomalous), within(1e-12));
  }

  @Test
  void the_ends_and_the_middle_are_as_expected() {
    assertThat(RocAuc.of(scores(1, 2), scores(3, 4, 5))).isEqualTo(1);
    assertThat(RocAuc.of(scores(6, 7), scores(3, 4, 5))).isEqualTo(0);
    assertThat(RocAuc.of(scores(1, 1), scores(1, 1, 1))).isEqualTo(0.5);
    assertThat(RocAuc.of(scores(1, 3), scores(2))).isEqualTo(0.5);
    assertThat(RocAuc.of(scores(-1), scores(Double.POSITIVE_INFINITY))).isEqualTo(1);
  }

  @Test
  void ten_thousand_on_each_side_do_not_overflow() {
    double[] normal = IntStream.range(0, 60_000).mapToDouble(i -> 2 * i).toArray();
    double[] anomalous = IntStream.range(0, 60_000).mapToDouble(i -> 2 * i + 1).toArray();
    assertThat(RocAuc.of(normal, anomalous)).isCloseTo(0.5, within(1e-4)).isGreaterThan(0.5);
  }

  @Test
  void what_has_no_order_is_refused() {
    assertThatThrownBy(() -> RocAuc.of(scores(), scores(1)))
        .isInstanceOf(UsageException.class)
        .hasMessage("roc auc: expected at least one normal score, got none");
    assertThatThrownBy(() -> RocAuc.of(scores(1), scores(2, Double.NaN)))
        .isInstanceOf(UsageException.class)
        .hasMessage("roc auc: expected numbers, got one anomalous score that is none");
  }
}
