package dev.figment.data;

import java.util.Arrays;

/**
 * Where the numbers of a set lie: a quarter of them up to the first of the inner three, half of
 * them up to the second, and so on. Between two numbers it is the point that lies as far on the way
 * as the quarter does, as NumPy's {@code quantile} and pandas's {@code describe} have it.
 */
public record Quartiles(double lowest, double lower, double median, double upper, double highest) {
  /** Of all numbers of a set, at least one; bytes count as 0 to 1. */
  static Quartiles of(ImageSet set) {
    return set.holdsBytes() ? ofBytes(set.histogram()) : ofFloats(set);
  }

  private interface Ranked {
    double at(long rank);
  }

  private static Quartiles of(long count, Ranked ranked) {
    return new Quartiles(
        ranked.at(0),
        quantile(count, ranked, 0.25),
        quantile(count, ranked, 0.5),
        quantile(count, ranked, 0.75),
        ranked.at(count - 1));
  }

  private static double quantile(long count, Ranked ranked, double share) {
    double place = share * (count - 1);
    long before = (long) place;
    double low = ranked.at(before);
    double high = ranked.at(Math.min(count - 1, before + 1));
    return low + (place - before) * (high - low);
  }

  private static Quartiles ofBytes(long[] histogram) {
    return of(Arrays.stream(histogram).sum(), rank -> byteAt(histogram, rank) / 255.0);
  }

  private static int byteAt(long[] histogram, long rank) {
    int value = 0;
    for (long passed = histogram[0]; passed <= rank; passed += histogram[value]) {
      value++;
    }
    return value;
  }

  private static Quartiles ofFloats(ImageSet set) {
    int size = set.shape().count();
    float[] all = new float[Math.multiplyExact(set.size(), size)];
    for (int i = 0; i < set.size(); i++) {
      set.copyFloats(i, all, i * size);
    }
    Arrays.sort(all);
    return of(all.length, rank -> all[(int) rank]);
  }
}
