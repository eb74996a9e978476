package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ExitCode;
import dev.figment.nn.Architecture;
import dev.figment.nn.Dense;
import dev.figment.nn.Shape;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeastMemoryTest {
  private static final double GIGABYTE = 1 << 30;

  /** A network with 2 Mi weights and as many outputs as would be 8 MiB. */
  private static LeastMemory of(int batch) {
    Architecture wide =
        new Architecture("wide", Shape.vector(1), List.of(new Dense(1 << 21), new Dense(1)));
    return LeastMemory.of(List.of(wide), batch);
  }

  @Test
  void it_counts_parameters_and_the_largest_that_a_layer_gives_of_a_batch() {
    int weightsAndBiases = 3 * (1 << 21) + 1;
    assertThat(of(10))
        .isEqualTo(new LeastMemory(4.0 * weightsAndBiases, 80.0 * (1 << 20), "wide/0 dense"));
  }

  @Test
  void what_cannot_fit_is_refused_with_the_estimate() {
    assertThatCode(() -> of(10).requireWithin(GIGABYTE)).doesNotThrowAnyException();
    assertThatThrownBy(() -> of(1000).requireWithin(4 * GIGABYTE))
        .hasMessage(
            "memory: expected a training that fits into the 4.0 GB of this machine, got one that"
                + " takes at least 7.8 GB: 0.0 GB of parameters, and 7.8 GB of a batch at wide/0"
                + " dense. Take smaller layers, smaller images or a smaller train.batch.")
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.MEMORY);
  }

  @Test
  void numbers_beyond_all_counting_are_still_compared() {
    Architecture immense =
        new Architecture(
            "immense", Shape.vector(Integer.MAX_VALUE), List.of(new Dense(Integer.MAX_VALUE)));
    assertThatThrownBy(
            () ->
                LeastMemory.of(List.of(immense), Integer.MAX_VALUE)
                    .requireWithin(LeastMemory.here()))
        .hasMessageContaining("takes at least 34,359,738,");
  }
}
