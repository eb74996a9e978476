package dev.figment.cli;

import dev.figment.data.ImageSet;
import dev.figment.latent.TSne;
import dev.figment.tensor.RandomStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;

/** Which examples a map shows: all, or as many as were asked for or as memory allows. */
record MapExamples(ImageSet all, long seed) {
  /** As many at random, in the order of the set; all where there are no more. */
  ImageSet atMost(int count) {
    if (count >= all.size()) {
      return all;
    }
    int[] numbers = new int[all.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    RandomStream stream = RandomStream.named("map", seed);
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      int other = stream.nextInt(i, numbers.length);
      chosen[i] = numbers[other];
      numbers[other] = numbers[i];
    }
    Arrays.sort(chosen);
    return all.only(chosen);
  }

  /**
   * As {@link #atMost}, but no more than t-SNE has memory for.
   *
   * @param free bytes that it may take
   * @param err is told where that is less than was asked for
   */
  ImageSet within(long free, int count, PrintWriter err) {
    int wanted = Math.min(count, all.size());
    int most = TSne.mostPoints(free);
    if (wanted > most) {
      err.printf(
          Locale.ROOT,
          "t-SNE of %,d points takes %,d MB, and %,d MB may be used: %,d of them at random%n",
          wanted,
          TSne.bytesNeeded(wanted) >> 20,
          free >> 20,
          most);
    }
    return atMost(Math.min(wanted, most));
  }
}
