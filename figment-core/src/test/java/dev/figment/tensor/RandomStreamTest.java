package dev.figment.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomStreamTest {
  private static long[] numbers(RandomStream stream, int count) {
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = stream.nextLong();
    }
    return numbers;
  }

  @Test
  void name_and_seed_decide_every_number() {
    long[] once = numbers(RandomStream.named("latent", 7), 100);
    assertThat(numbers(RandomStream.named("latent", 7), 100)).containsExactly(once);
    assertThat(numbers(RandomStream.named("latent", 8), 100)).doesNotContain(once);
    assertThat(numbers(RandomStream.named("init", 7), 100)).doesNotContain(once);
  }

  /** Of two independent streams 1 in 2 bits agree: 640,000 of them, four deviations. */
  @Test
  void neighbouring_names_and_seeds_agree_no_more_than_chance() {
    long[] stream = numbers(RandomStream.named("data/1", 1), 10_000);
    assertIndependent(stream, numbers(RandomStream.named("data/2", 1), 10_000));
    assertIndependent(stream, numbers(RandomStream.named("data/1", 2), 10_000));
  }

  private static void assertIndependent(long[] some, long[] others) {
    long agreeing = 0;
    for (int i = 0; i < some.length; i++) {
      agreeing += Long.bitCount(~(some[i] ^ others[i]));
    }
    double bits = 64.0 * some.length;
    assertThat(agreeing / bits).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(bits)));
  }

  @Test
  void drawing_from_one_name_leaves_the_others_where_they_are() {
    RandomStreams streams = new RandomStreams(7);
    numbers(streams.named("snapshot"), 1000);
    assertThat(numbers(streams.named("latent"), 10))
        .containsExactly(numbers(new RandomStreams(7).named("latent"), 10));
  }

  @Test
  void restored_streams_go_on_where_they_were() {
    RandomStreams streams = new RandomStreams(7);
    numbers(streams.named("latent"), 13);
    var states = streams.states();
    long[] following = numbers(streams.named("latent"), 10);
    RandomStreams resumed = new RandomStreams(7);
    resumed.restore(states);
    assertThat(numbers(resumed.named("latent"), 10)).containsExactly(following);
  }

  @Test
  void a_look_ahead_sees_what_will_come_and_a_skip_gets_there() {
    RandomStream stream = RandomStream.named("dropout", 1);
    long ahead = stream.peek(5);
    stream.skip(5);
    assertThat(stream.nextLong()).isEqualTo(ahead);
  }
}
