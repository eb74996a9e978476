package dev.figment.disk;

import java.util.List;
import java.util.stream.IntStream;

/**
 * At which of many moments something is to fail: at few, and with {@code -Dfigment.kills=N} at all.
 */
public final class Moments {
  private Moments() {}

  /**
   * From 1 to the last; of few, at equal distances, the last among them.
   *
   * @param few at least this number where there are as many
   */
  public static List<Integer> upTo(int last, int few) {
    int distance = Integer.getInteger("figment.kills") == null ? Math.max(1, last / few) : 1;
    return IntStream.rangeClosed(1, last).filter(k -> (last - k) % distance == 0).boxed().toList();
  }
}
