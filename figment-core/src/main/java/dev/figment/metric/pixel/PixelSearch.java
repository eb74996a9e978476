package dev.figment.metric.pixel;

import dev.figment.data.ImageSet;
import dev.figment.tensor.Distances;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds of images the nearest ones of a set, a block of both at a time.
 *
 * <p>‖a − b‖² is smallest where a·b − ‖b‖²/2 is largest, in float32 of pixels from which the set's
 * mean is subtracted. The distance to the one found is exact, of the bytes themselves.
 */
final class PixelSearch {
  private static final int MOST_ROWS = 2048;

  /** Numbers of a block: 16 MB. */
  private static final int MOST_NUMBERS = 4_000_000;

  private static final long[] ALONG_ROW = {1};

  private final ImageSet set;
  private final float[] mean;
  private final int rows;

  PixelSearch(ImageSet set) {
    this.set = set;
    this.mean = mean(set);
    this.rows = Math.max(1, Math.min(MOST_ROWS, MOST_NUMBERS / mean.length));
  }

  private static float[] mean(ImageSet set) {
    int size = set.shape().count();
    double[] sums = new double[size];
    float[] image = new float[size];
    for (int i = 0; i < set.size(); i++) {
      set.copyFloats(i, image, 0);
      for (int j = 0; j < size; j++) {
        sums[j] += image[j];
      }
    }
    for (int j = 0; j < size; j++) {
      image[j] = (float) (sums[j] / set.size());
    }
    return image;
  }

  /**
   * Of each image the number of the nearest one of the set; of equally near ones, the first.
   *
   * @param done is told of how many images it is known
   */
  int[] nearest(ImageSet images, IntConsumer done) {
    int[] nearest = new int[images.size()];
    for (int start = 0; start < nearest.length; start += rows) {
      int end = Math.min(nearest.length, start + rows);
      try (Scope scope = Scope.open()) {
        search(centered(images, start, end), nearest, start);
      }
      done.accept(end);
    }
    return nearest;
  }

  private void search(Tensor images, int[] nearest, int start) {
    float[] best = new float[(int) images.size(0)];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    for (int first = 0; first < set.size(); first += rows) {
      try (Scope scope = Scope.open()) {
        Tensor block = centered(set, first, Math.min(set.size(), first + rows));
        Tensor bias = Distances.squaredLengths(block).reshape(-1).scale(-0.5);
        Tensor closeness = images.linear(block, bias);
        Tensor which = closeness.argmax(1);
        float[] values = closeness.gather(1, which.reshape(-1, 1)).toArray();
        float[] places = which.toFloats().toArray();
        for (int i = 0; i < best.length; i++) {
          if (values[i] > best[i]) {
            best[i] = values[i];
            nearest[start + i] = first + (int) places[i];
          }
        }
      }
    }
  }

  private Tensor centered(ImageSet from, int start, int end) {
    float[] values = new float[(end - start) * mean.length];
    for (int i = start; i < end; i++) {
      int offset = (i - start) * mean.length;
      from.copyFloats(i, values, offset);
      for (int j = 0; j < mean.length; j++) {
        values[offset + j] -= mean[j];
      }
    }
    return Tensor.of(values, end - start, mean.length);
  }

  /** √(mean of (aⱼ − bⱼ)²) of each image and the one of the set with the number beside it. */
  double[] distances(ImageSet images, int[] numbers) {
    float[] a = new float[mean.length];
    float[] b = new float[mean.length];
    double[] distances = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      images.copyFloats(i, a, 0);
      set.copyFloats(numbers[i], b, 0);
      double squares = 0;
      for (int j = 0; j < a.length; j++) {
        squares += ((double) a[j] - b[j]) * (a[j] - b[j]);
      }
      distances[i] = Math.sqrt(squares / a.length);
    }
    return distances;
  }
}
