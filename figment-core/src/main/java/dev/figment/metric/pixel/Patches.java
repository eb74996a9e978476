package dev.figment.metric.pixel;

import dev.figment.data.ImageSet;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * Patches of one level of all images of a set, normalized: of each channel, the mean over all
 * patches is 0 and the standard deviation 1. They are made again whenever they are looked at: all
 * at once would fill gigabytes.
 */
final class Patches {
  /** Rows and columns of a patch. */
  static final int SIDE = 7;

  private static final int IMAGES_AT_ONCE = 128;

  /** Of bytes, one pixel in ten million that differs by 1 has more. */
  private static final double NO_VARIANCE = 1e-8;

  private final ImageSet set;
  private final LaplacianPyramid pyramid;
  private final int level;
  private final Corners corners;
  private final double[] mean;
  private final double[] deviation;

  Patches(ImageSet set, LaplacianPyramid pyramid, int level, Corners corners) {
    this.set = set;
    this.pyramid = pyramid;
    this.level = level;
    this.corners = corners;
    this.mean = new double[set.shape().channels()];
    this.deviation = new double[set.shape().channels()];
    measure();
  }

  /** How many there are. */
  int count() {
    return Math.multiplyExact(set.size(), corners.perImage());
  }

  /** How many numbers a patch has. */
  int length() {
    return SIDE * SIDE * mean.length;
  }

  private Plane level(int image) {
    return pyramid.level(Plane.of(set, image), level);
  }

  private void measure() {
    double[][] sums =
        IntStream.range(0, set.size()).parallel().mapToObj(this::sums).toArray(double[][]::new);
    double numbers = (double) count() * SIDE * SIDE;
    for (int k = 0; k < mean.length; k++) {
      double sum = 0;
      double squares = 0;
      for (double[] each : sums) {
        sum += each[2 * k];
        squares += each[2 * k + 1];
      }
      mean[k] = sum / numbers;
      double variance = squares / numbers - mean[k] * mean[k];
      deviation[k] = variance > NO_VARIANCE ? Math.sqrt(variance) : 1;
    }
  }

  /** Of the patches of an image, the sum and the sum of squares of each channel. */
  private double[] sums(int image) {
    float[] patches = new float[corners.perImage() * length()];
    copy(level(image), corners.of(image), patches, 0);
    int channels = mean.length;
    double[] sums = new double[2 * channels];
    for (int i = 0; i < patches.length; i += channels) {
      for (int k = 0; k < channels; k++) {
        double value = patches[i + k];
        sums[2 * k] += value;
        sums[2 * k + 1] += value * value;
      }
    }
    return sums;
  }

  private void copy(Plane from, int[] places, float[] to, int offset) {
    int row = SIDE * from.channels();
    for (int i = 0; i < places.length; i += 2) {
      int first = (places[i] * from.width() + places[i + 1]) * from.channels();
      for (int y = 0; y < SIDE; y++) {
        int start = first + y * from.width() * from.channels();
        System.arraycopy(from.values(), start, to, offset, row);
        offset += row;
      }
    }
  }

  /**
   * Where each patch lies along each direction, as keys of {@link SortedFloats}.
   *
   * @param directions (directions, {@link #length})
   * @param keys at least as many arrays of {@link #count} as there are directions, to be filled
   */
  void project(Tensor directions, int[][] keys) {
    for (int start = 0; start < set.size(); start += IMAGES_AT_ONCE) {
      int images = Math.min(IMAGES_AT_ONCE, set.size() - start);
      int patches = images * corners.perImage();
      float[] along;
      try (Scope scope = Scope.open()) {
        Tensor rows = Tensor.of(normalized(start, images), patches, length());
        along = directions.matmul(rows.permute(1, 0)).toArray();
      }
      int first = start * corners.perImage();
      IntStream.range(0, along.length / patches)
          .parallel()
          .forEach(i -> toKeys(along, i * patches, keys[i], first, patches));
    }
  }

  private static void toKeys(float[] from, int start, int[] to, int first, int count) {
    for (int i = 0; i < count; i++) {
      to[first + i] = SortedFloats.key(from[start + i]);
    }
  }

  private float[] normalized(int start, int images) {
    int each = corners.perImage() * length();
    float[] patches = new float[images * each];
    IntStream.range(0, images)
        .parallel()
        .forEach(i -> copy(normalized(level(start + i)), corners.of(start + i), patches, i * each));
    return patches;
  }

  /** A level's pixels as its patches have them. */
  private Plane normalized(Plane plane) {
    float[] values = plane.values();
    int channels = plane.channels();
    for (int k = 0; k < channels; k++) {
      double center = mean[k];
      double scale = 1 / deviation[k];
      for (int i = k; i < values.length; i += channels) {
        values[i] = (float) ((values[i] - center) * scale);
      }
    }
    return plane;
  }
}
