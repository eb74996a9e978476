package dev.figment.data;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Some examples of a set, spread over all of it. */
public final class EvenlySpaced {
  private EvenlySpaced() {}

  /**
   * @param examples how many; null for all, as where there are no more
   */
  public static ImageSet of(ImageSet set, @Nullable Integer examples) {
    if (examples == null || examples >= set.size()) {
      return set;
    }
    return set.only(
        IntStream.range(0, examples).map(i -> (int) ((long) i * set.size() / examples)).toArray());
  }
}
