package dev.figment.run.exploration;

import dev.figment.data.ImageSet;
import dev.figment.tensor.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Some examples of a set that has too many to look at all. */
public final class RandomExamples {
  private RandomExamples() {}

  /** So many at random, in the order of the set; all where there are no more. */
  public static ImageSet of(ImageSet all, int limit, RandomStream stream) {
    if (limit >= all.size()) {
      return all;
    }
    int[] indices = stream.some(IntStream.range(0, all.size()).toArray(), limit);
    Arrays.sort(indices);
    return all.only(indices);
  }
}
