package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Example06OneSeedManyStreamsTest {
  @Test
  void a_look_aside_moves_nothing_and_a_stream_goes_back() {
    double[] drawn = Example06OneSeedManyStreams.run(7);

    assertThat(drawn).containsOnly(drawn[0]);
    assertThat(Example06OneSeedManyStreams.run(8)[0]).isNotEqualTo(drawn[0]);
  }
}
