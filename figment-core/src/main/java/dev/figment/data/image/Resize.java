package dev.figment.data.image;

/**
 * Resizing with a triangle filter that widens as the image shrinks, so that every source pixel
 * counts: bilinear when enlarging, antialiased when reducing. Two passes over bytes, across and
 * then down, with 22-bit fixed-point weights: the arithmetic of Pillow's {@code
 * Image.resize(BILINEAR)}, to the bit.
 */
final class Resize {
  private static final int PRECISION = 22;

  private Resize() {}

  static Picture to(int height, int width, Picture picture) {
    return down(height, across(width, picture));
  }

  private static Picture across(int width, Picture from) {
    if (width == from.width()) {
      return from;
    }
    Weights weights = Weights.of(from.width(), width);
    int channels = from.channels();
    byte[] to = new byte[from.height() * width * channels];
    for (int i = 0; i < to.length; i++) {
      int x = i / channels % width;
      int row = i / (channels * width) * from.width() * channels;
      to[i] = weights.sum(x, from.bytes(), row + i % channels, channels);
    }
    return new Picture(from.height(), width, channels, to);
  }

  private static Picture down(int height, Picture from) {
    if (height == from.height()) {
      return from;
    }
    Weights weights = Weights.of(from.height(), height);
    int row = from.width() * from.channels();
    byte[] to = new byte[height * row];
    for (int i = 0; i < to.length; i++) {
      to[i] = weights.sum(i / row, from.bytes(), i % row, row);
    }
    return new Picture(height, from.width(), from.channels(), to);
  }

  /** For each target position, where its source pixels begin and what each weighs. */
  private record Weights(int[] first, int[][] fixed) {
    static Weights of(int from, int to) {
      int[] first = new int[to];
      int[][] fixed = new int[to][];
      double scale = (double) from / to;
      double support = Math.max(1, scale);
      for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * scale;
        first[i] = Math.max(0, (int) (centre - support + 0.5));
        int end = Math.min(from, (int) (centre + support + 0.5));
        fixed[i] = normalised(triangle(first[i], end, centre, support));
      }
      return new Weights(first, fixed);
    }

    private static double[] triangle(int first, int end, double centre, double support) {
      double[] heights = new double[end - first];
      double inverse = 1 / support;
      for (int i = 0; i < heights.length; i++) {
        heights[i] = Math.max(0, 1 - Math.abs((i + first - centre + 0.5) * inverse));
      }
      return heights;
    }

    private static int[] normalised(double[] heights) {
      double sum = 0;
      for (double height : heights) {
        sum += height;
      }
      int[] fixed = new int[heights.length];
      for (int i = 0; i < fixed.length; i++) {
        fixed[i] = (int) (0.5 + heights[i] / sum * (1 << PRECISION));
      }
      return fixed;
    }

    byte sum(int target, byte[] bytes, int offset, int stride) {
      int sum = 1 << (PRECISION - 1);
      int at = offset + first[target] * stride;
      for (int weight : fixed[target]) {
        sum += (bytes[at] & 0xff) * weight;
        at += stride;
      }
      return (byte) Math.min(255, sum >> PRECISION);
    }
  }
}
