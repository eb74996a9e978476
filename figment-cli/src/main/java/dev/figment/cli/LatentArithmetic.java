package dev.figment.cli;

import dev.figment.picture.ImageGrid;
import dev.figment.run.Trained;
import java.util.Arrays;
import java.util.List;

/**
 * From − minus + plus, where each is the mean of some points.
 *
 * @see <a href="https://arxiv.org/abs/1511.06434">Radford, Metz and Chintala 2016, section
 *     6.3.2</a> (of any number of points, not three)
 */
record LatentArithmetic(float[] from, float[] minus, float[] plus) {
  float[] result() {
    float[] result = new float[from.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = from[i] - minus[i] + plus[i];
    }
    return result;
  }

  /**
   * The three and the result, side by side.
   *
   * @param ofClass the number of the class of all; -1 where the model knows none
   */
  ImageGrid of(Trained trained, int ofClass) {
    int size = from.length;
    float[] points = Arrays.copyOf(from, 4 * size);
    System.arraycopy(minus, 0, points, size, size);
    System.arraycopy(plus, 0, points, 2 * size, size);
    System.arraycopy(result(), 0, points, 3 * size, size);
    int[] classes = {ofClass, ofClass, ofClass, ofClass};
    return trained
        .imagesAt(points, ofClass < 0 ? null : classes)
        .grid(1, 4)
        .columnLabels(List.of("from", "− minus", "+ plus", "= result"));
  }
}
