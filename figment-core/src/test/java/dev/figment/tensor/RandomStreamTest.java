package dev.figment.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
  void neighboring_names_and_seeds_agree_no_more_than_chance() {
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
    numbers(streams.of(new StreamName("snapshot")), 1000);
    assertThat(numbers(streams.of(StreamName.LATENT), 10))
        .containsExactly(numbers(new RandomStreams(7).of(StreamName.LATENT), 10));
  }

  @Test
  void restored_streams_go_on_where_they_were() {
    RandomStreams streams = new RandomStreams(7);
    numbers(streams.of(StreamName.LATENT), 13);
    var states = streams.states();
    long[] following = numbers(streams.of(StreamName.LATENT), 10);
    RandomStreams resumed = new RandomStreams(7);
    resumed.restore(states);
    assertThat(numbers(resumed.of(StreamName.LATENT), 10)).containsExactly(following);
  }

  /**
   * Doubles, bounded integers and normal values are Java's own way from {@code nextLong} to them:
   * if a later Java finds another one, old runs no longer replay, and this is where it shows.
   */
  @Test
  void every_java_draws_the_same_numbers() {
    assertThat(numbers(init(), 4))
        .containsExactly(
            1799608416526132744L, 1480308646996306565L, 846150876826302913L, 6453865613754307426L);
    assertThat(DoubleStream.generate(init()::nextDouble).limit(4))
        .containsExactly(
            0.0975569677410415, 0.08024769255112363, 0.04586993094527958, 0.34986475596809563);
    assertThat(DoubleStream.generate(init()::nextGaussian).limit(4))
        .containsExactly(
            0.57066947966324, 0.23984465455233966, 0.0991909784217217, 1.2161772596136349);
    assertThat(bounded(10, 6)).containsExactly(2, 7, 6, 2, 2, 5);
    assertThat(bounded(1 << 20, 4)).containsExactly(622161, 728287, 926141, 48276);
    assertThat(bounded(1_500_000_000, 4))
        .containsExactly(209501992, 172330607, 98504926, 751328842);
  }

  /**
   * A normal value takes one number, seldom more: the seldom ones show in where the stream ends.
   */
  @Test
  void every_java_takes_as_many_numbers_for_a_million_normal_values() {
    RandomStream stream = init();
    float sum = 0;
    for (int i = 0; i < 1_000_000; i++) {
      sum += (float) stream.nextGaussian();
    }
    assertThat(stream.state()).isEqualTo(-3165571170340807803L);
    assertThat(sum).isEqualTo(1901.1299f);
  }

  private static RandomStream init() {
    return RandomStream.named("init", 1);
  }

  private static int[] bounded(int bound, int count) {
    RandomStream stream = init();
    return IntStream.generate(() -> stream.nextInt(bound)).limit(count).toArray();
  }
}
