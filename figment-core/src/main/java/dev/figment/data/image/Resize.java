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

  static Image to(int height, int width, Image image) {
    return down(height, across(width, image));
  }

  private static Image across(int width, Image from) {
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
    return new Image(from.height(), width, channels, to);
  }

  private static Image down(int height, Image from) {
    if (height == from.height()) {
      return from;
    }
    Weights weights = Weights.of(from.height(), height);
    int row = from.width() * from.channels();
    byte[] to = new byte[height * row];
    for (int i = 0; i < to.length; i++) {
      to[i] = weights.sum(i / row, from.bytes(), i % row, row);
    }
    return new Image(height, from.width(), from.channels(), to);
  }

  /** For each target position, where its source pixels begin and what each weighs. */
  private record Weights(int[] first, int[][] fixed) {
    static Weights of(int from, int to) {
      int[] first = new int[to];
      int[][] fixed = new int[to][];
      double scale = (double) from / to;
      double support = Math.max(1, scale);
      for (int i = 0; i < to; i++) {
        double center = (i + 0.5) * scale;
        first[i] = Math.max(0, (int) (center - support + 0.5));
        int end = Math.min(from, (int) (center + support + 0.5));
        fixed[i] = normalized(triangle(first[i], end, center, support));
      }
      return new Weights(first, fixed);
    }

    private static double[] triangle(int first, int end, double center, double support) {
      double[] heights = new double[end - first];
      double inverse = 1 / support;
      for (int i = 0; i < heights.length; i++) {
        heights[i] = Math.max(0, 1 - Math.abs((i + first - center + 0.5) * inverse));
      }
      return heights;
    }

    private static int[] normalized(double[] heights) {
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
