package dev.figment.format;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * At most 256 colors for all frames of an animation, so that nothing flickers: the 256 gray levels
 * if every frame is gray, the very colors if they are few, else the {@link MedianCut} of all
 * frames. Never dithered, since that flickers too.
 */
final class SharedPalette {
  static final int COLORS = 256;

  private final int[] colors;
  private final IntUnaryOperator index;

  private SharedPalette(int[] colors, IntUnaryOperator index) {
    this.colors = Arrays.copyOf(colors, COLORS);
    this.index = index;
  }

  /** The palette of these frames, which are {@link Rgb}. */
  static SharedPalette of(List<BufferedImage> frames) {
    if (frames.stream().allMatch(SharedPalette::isGray)) {
      int[] levels = IntStream.range(0, COLORS).map(Rgb::gray).toArray();
      return new SharedPalette(levels, rgb -> rgb & 0xff);
    }
    return few(frames)
        .map(few -> new SharedPalette(few, rgb -> Arrays.binarySearch(few, rgb)))
        .orElseGet(() -> many(frames));
  }

  private static boolean isGray(BufferedImage frame) {
    return pixels(frame).allMatch(rgb -> rgb == Rgb.gray(rgb & 0xff));
  }

  private static Optional<int[]> few(List<BufferedImage> frames) {
    TreeSet<Integer> seen = new TreeSet<>();
    boolean few =
        frames.stream()
            .flatMapToInt(SharedPalette::pixels)
            .allMatch(rgb -> seen.contains(rgb) || seen.add(rgb) && seen.size() <= COLORS);
    return few ? Optional.of(seen.stream().mapToInt(rgb -> rgb).toArray()) : Optional.empty();
  }

  private static SharedPalette many(List<BufferedImage> frames) {
    MedianCut cut = new MedianCut();
    frames.forEach(frame -> pixels(frame).forEach(cut::count));
    int[] colors = cut.colors(COLORS);
    short[] known = new short[MedianCut.BUCKETS];
    return new SharedPalette(
        colors,
        rgb -> {
          int bucket = MedianCut.bucket(rgb);
          if (known[bucket] == 0) {
            known[bucket] = (short) (nearest(colors, MedianCut.color(bucket)) + 1);
          }
          return known[bucket] - 1;
        });
  }

  private static int nearest(int[] colors, int wanted) {
    int best = 0;
    for (int i = 1; i < colors.length; i++) {
      best = distance(colors[i], wanted) < distance(colors[best], wanted) ? i : best;
    }
    return best;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int step = (one >> shift & 0xff) - (other >> shift & 0xff);
      sum += step * step;
    }
    return sum;
  }

  private static IntStream pixels(BufferedImage frame) {
    int width = frame.getWidth();
    return IntStream.range(0, frame.getHeight())
        .mapToObj(y -> frame.getRGB(0, y, width, 1, null, 0, width))
        .flatMapToInt(Arrays::stream)
        .map(argb -> argb & 0xffffff);
  }

  /** The frame in the colors of this palette. */
  BufferedImage apply(BufferedImage frame) {
    IndexColorModel model =
        new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
    int width = frame.getWidth();
    BufferedImage indexed =
        new BufferedImage(width, frame.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    int[] indices = pixels(frame).map(index).toArray();
    indexed.getRaster().setPixels(0, 0, width, frame.getHeight(), indices);
    return indexed;
  }
}
