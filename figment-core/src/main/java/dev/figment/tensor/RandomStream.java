package dev.figment.tensor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A named stream of random numbers, derived from one seed. Its whole state is one number, so that a
 * checkpoint can hold it, and it runs outside of the engine, so that the same seed gives the same
 * numbers on every device and with every number of threads.
 *
 * <p>SplitMix64: the state advances by the golden gamma and is scrambled on the way out.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood 2014, figure 16</a>
 *     (no difference but the fixed gamma)
 */
public final class RandomStream implements RandomGenerator {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  private RandomStream(long state) {
    this.state = state;
  }

  /** The stream of this name under this seed: names are independent of one another. */
  public static RandomStream named(String name, long seed) {
    long state = mix(seed + GOLDEN_GAMMA);
    for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
      state = mix(state + GOLDEN_GAMMA + letter);
    }
    return new RandomStream(state);
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /**
   * The numbers from 0 on in a random order, each order with the same probability. Filled from the
   * last place to the first, one draw for each place but that.
   *
   * @param count how many, at least 0
   */
  public int[] order(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (int i = count - 1; i > 0; i--) {
      swap(order, i, nextInt(i + 1));
    }
    return order;
  }

  /**
   * Some of these numbers, none twice, each choice with the same probability and in the order in
   * which they were drawn. One draw for each: of many numbers, few cost little, which is why this
   * goes from the first place on and {@link #order} does not.
   *
   * @param count how many, at most as many as there are
   */
  public int[] some(int[] of, int count) {
    int[] numbers = of.clone();
    for (int i = 0; i < count; i++) {
      swap(numbers, i, i + nextInt(numbers.length - i));
    }
    return Arrays.copyOf(numbers, count);
  }

  private static void swap(int[] numbers, int one, int other) {
    int held = numbers[one];
    numbers[one] = numbers[other];
    numbers[other] = held;
  }

  /** Where the stream is; {@link #restore} goes back there exactly. */
  public long state() {
    return state;
  }

  public void restore(long state) {
    this.state = state;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
