package dev.figment.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders and choices that a stream draws: runs that are resumed depend on each of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShuffleTest {
  private static RandomStream stream(long seed) {
    return RandomStream.named("shuffle", seed);
  }

  private static List<Integer> numbers(int count) {
    return new ArrayList<>(IntStream.range(0, count).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 64, 1000})
  void an_order_swaps_from_the_last_place_to_the_first(int count) {
    RandomStream plain = stream(3);
    List<Integer> expected = numbers(count);
    for (int place = count - 1; place > 0; place--) {
      Collections.swap(expected, place, plain.nextInt(place + 1));
    }
    RandomStream drawn = stream(3);
    assertThat(drawn.order(count)).isEqualTo(expected.stream().mapToInt(i -> i).toArray());
    assertThat(drawn.state()).isEqualTo(plain.state());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 64, 100})
  void a_choice_swaps_from_the_first_place_on_and_leaves_what_it_chose_from(int count) {
    RandomStream plain = stream(4);
    List<Integer> expected = numbers(100);
    for (int place = 0; place < count; place++) {
      Collections.swap(expected, place, plain.nextInt(place, 100));
    }
    int[] of = IntStream.range(0, 100).toArray();
    RandomStream drawn = stream(4);
    assertThat(drawn.some(of, count))
        .isEqualTo(expected.stream().limit(count).mapToInt(i -> i).toArray());
    assertThat(drawn.state()).isEqualTo(plain.state());
    assertThat(of).isEqualTo(IntStream.range(0, 100).toArray());
  }

  @Test
  void each_order_and_each_choice_is_as_likely_as_the_others() {
    Map<String, Integer> orders = new HashMap<>();
    Map<String, Integer> choices = new HashMap<>();
    RandomStream stream = stream(5);
    for (int i = 0; i < 24_000; i++) {
      orders.merge(Arrays.toString(stream.order(4)), 1, Integer::sum);
      choices.merge(Arrays.toString(stream.some(new int[] {7, 8, 9, 10}, 2)), 1, Integer::sum);
    }
    assertThat(orders).hasSize(24); // a deviation of 31 around 1,000
    assertThat(orders.values()).allSatisfy(n -> assertThat(n).isCloseTo(1000, within(130)));
    assertThat(choices).hasSize(12); // one of 43 around 2,000
    assertThat(choices.values()).allSatisfy(n -> assertThat(n).isCloseTo(2000, within(180)));
  }
}
