package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.latent.TSne;
import dev.figment.run.exploration.RandomExamples;
import dev.figment.tensor.RandomStream;
import java.io.PrintWriter;
import java.util.Locale;

/** Which examples a map shows: all, or as many as were asked for or as memory allows. */
public record MapExamples(ImageSet all, long seed) {
  private static final String REMEDY =
      "Ask for fewer with --count N, or take a larger heap: FIGMENT_JAVA_OPTS=-Xmx8g";

  /** As many at random, in the order of the set; all where there are no more. */
  public ImageSet atMost(int count) {
    return RandomExamples.of(all, count, RandomStream.named("map", seed));
  }

  /**
   * What the Java heap may still grow to, in bytes; what nobody refers to any more counts as used.
   */
  public static long heapLeft() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }

  /**
   * As {@link #atMost}, but no more than t-SNE has memory for.
   *
   * @param free bytes of the Java heap that it may take
   * @param err is told where that is less than was asked for
   * @throws UsageException if it is too little for any map
   */
  public ImageSet within(long free, int count, TSne method, PrintWriter err) {
    int wanted = Math.min(count, all.size());
    int limit = TSne.mostPoints(free);
    if (wanted > limit) {
      String shortage =
          String.format(
              Locale.ROOT,
              "t-SNE of %,d points takes %,d MB of the Java heap, and %,d MB are left",
              wanted,
              TSne.bytesNeeded(wanted) >> 20,
              Math.max(0, free) >> 20);
      UsageException.require(limit >= method.leastPoints(), "map: %s. %s", shortage, REMEDY);
      err.printf(Locale.ROOT, "%s: %,d of them at random. %s%n", shortage, limit, REMEDY);
    }
    return atMost(Math.min(wanted, limit));
  }
}
