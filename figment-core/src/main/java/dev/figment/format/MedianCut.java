package dev.figment.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The colors that stand best for many: the box of all colors is cut in two again and again, at the
 * weighted median of its longest side, and each box gives its average.
 *
 * @see <a href="https://doi.org/10.1145/965145.801294">Heckbert 1982</a> (each channel in 64 steps;
 *     the box to cut next is that with the most pixels times its longest side)
 */
final class MedianCut {
  static final int BUCKETS = 1 << 18;

  private static final int STEPS = 0x3f;

  private final long[] counts = new long[BUCKETS];

  /** Colors of so many pixels; the longest side is that of the channel that differs most. */
  private record Box(List<Integer> buckets, long pixels, int shift, int side) {
    long urgency() {
      return pixels * side;
    }
  }

  /** The six highest bits of each channel, side by side. */
  static int bucket(int rgb) {
    return (rgb >> 18 & STEPS) << 12 | (rgb >> 10 & STEPS) << 6 | rgb >> 2 & STEPS;
  }

  /** The color in the middle of a bucket; black and white stay what they are. */
  static int color(int bucket) {
    return widened(bucket >> 12) << 16 | widened(bucket >> 6) << 8 | widened(bucket);
  }

  private static int widened(int step) {
    return (step & STEPS) << 2 | (step & STEPS) >> 4;
  }

  void count(int rgb) {
    counts[bucket(rgb)]++;
  }

  /** At most so many colors for all that were counted. */
  int[] colors(int most) {
    List<Box> boxes = new ArrayList<>();
    boxes.add(box(IntStream.range(0, BUCKETS).filter(i -> counts[i] > 0).boxed().toList()));
    while (boxes.size() < most) {
      Box next = boxes.stream().max(Comparator.comparingLong(Box::urgency)).orElseThrow();
      if (next.side == 0) {
        break;
      }
      boxes.remove(next);
      cut(next, boxes);
    }
    return boxes.stream().mapToInt(this::average).toArray();
  }

  private void cut(Box box, List<Box> into) {
    List<Integer> sorted = new ArrayList<>(box.buckets);
    sorted.sort(Comparator.comparingInt(bucket -> bucket >> box.shift & STEPS));
    long seen = 0;
    int half = 0;
    while (half < sorted.size() - 1 && (half == 0 || seen < box.pixels / 2)) {
      seen += counts[sorted.get(half++)];
    }
    into.add(box(List.copyOf(sorted.subList(0, half))));
    into.add(box(List.copyOf(sorted.subList(half, sorted.size()))));
  }

  private Box box(List<Integer> buckets) {
    int longest = 0;
    for (int shift = 6; shift <= 12; shift += 6) {
      longest = side(buckets, shift) > side(buckets, longest) ? shift : longest;
    }
    long pixels = buckets.stream().mapToLong(bucket -> counts[bucket]).sum();
    return new Box(buckets, pixels, longest, side(buckets, longest));
  }

  private static int side(List<Integer> buckets, int shift) {
    var steps = buckets.stream().mapToInt(bucket -> bucket >> shift & STEPS).summaryStatistics();
    return steps.getMax() - steps.getMin();
  }

  private int average(Box box) {
    int color = 0;
    for (int shift = 0; shift <= 12; shift += 6) {
      long sum = 0;
      for (int bucket : box.buckets) {
        sum += counts[bucket] * widened(bucket >> shift);
      }
      color |= (int) (sum / box.pixels) << shift / 6 * 8;
    }
    return color;
  }
}
