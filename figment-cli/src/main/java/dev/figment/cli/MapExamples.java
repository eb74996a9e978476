package dev.figment.cli;

import dev.figment.data.ImageSet;
import dev.figment.latent.TSne;
import dev.figment.run.RandomExamples;
import dev.figment.tensor.RandomStream;
import java.io.PrintWriter;
import java.util.Locale;

/** Which examples a map shows: all, or as many as were asked for or as memory allows. */
record MapExamples(ImageSet all, long seed) {
  /** As many at random, in the order of the set; all where there are no more. */
  ImageSet atMost(int count) {
    return RandomExamples.of(all, count, RandomStream.named("map", seed));
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
