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
 * At most 256 colours for all frames of an animation, so that nothing flickers: the 256 grey levels
 * if every frame is grey, the very colours if they are few, else the {@link MedianCut} of all
 * frames. Never dithered, since that flickers too.
 */
final class SharedPalette {
  static final int COLOURS = 256;

  private final int[] colours;
  private final IntUnaryOperator index;

  private SharedPalette(int[] colours, IntUnaryOperator index) {
    this.colours = Arrays.copyOf(colours, COLOURS);
    this.index = index;
  }

  /** The palette of these frames, which are {@link Rgb}. */
  static SharedPalette of(List<BufferedImage> frames) {
    if (frames.stream().allMatch(SharedPalette::isGrey)) {
      int[] levels = IntStream.range(0, COLOURS).map(Rgb::grey).toArray();
      return new SharedPalette(levels, rgb -> rgb & 0xff);
    }
    return few(frames)
        .map(few -> new SharedPalette(few, rgb -> Arrays.binarySearch(few, rgb)))
        .orElseGet(() -> many(frames));
  }

  private static boolean isGrey(BufferedImage frame) {
    return pixels(frame).allMatch(rgb -> rgb == Rgb.grey(rgb & 0xff));
  }

  private static Optional<int[]> few(List<BufferedImage> frames) {
    TreeSet<Integer> seen = new TreeSet<>();
    boolean few =
        frames.stream()
            .flatMapToInt(SharedPalette::pixels)
            .allMatch(rgb -> seen.contains(rgb) || seen.add(rgb) && seen.size() <= COLOURS);
    return few ? Optional.of(seen.stream().mapToInt(rgb -> rgb).toArray()) : Optional.empty();
  }

  private static SharedPalette many(List<BufferedImage> frames) {
    MedianCut cut = new MedianCut();
    frames.forEach(frame -> pixels(frame).forEach(cut::count));
    int[] colours = cut.colours(COLOURS);
    short[] known = new short[MedianCut.BUCKETS];
    return new SharedPalette(
        colours,
        rgb -> {
          int bucket = MedianCut.bucket(rgb);
          if (known[bucket] == 0) {
            known[bucket] = (short) (nearest(colours, MedianCut.colour(bucket)) + 1);
          }
          return known[bucket] - 1;
        });
  }

  private static int nearest(int[] colours, int wanted) {
    int best = 0;
    for (int i = 1; i < colours.length; i++) {
      best = distance(colours[i], wanted) < distance(colours[best], wanted) ? i : best;
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

  /** The frame in the colours of this palette. */
  BufferedImage apply(BufferedImage frame) {
    IndexColorModel model =
        new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    int width = frame.getWidth();
    BufferedImage indexed =
        new BufferedImage(width, frame.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    int[] indices = pixels(frame).map(index).toArray();
    indexed.getRaster().setPixels(0, 0, width, frame.getHeight(), indices);
    return indexed;
  }
}
