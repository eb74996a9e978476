package dev.figment.run.exploration;

import static dev.figment.UsageException.require;

import dev.figment.picture.ImageGrid;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * from − minus + plus: what two points differ in, brought to a third. Each is one point, usually
 * the mean of some that have something in common.
 *
 * @see <a href="https://arxiv.org/abs/1511.06434">Radford, Metz and Chintala 2016, section
 *     6.3.2</a> (means of any number of points, not of three)
 */
public record LatentArithmetic(float[] from, float[] minus, float[] plus) {
  /**
   * @throws dev.figment.UsageException if the points differ in size
   */
  public LatentArithmetic {
    require(
        from.length == minus.length && from.length == plus.length,
        "latent arithmetic: expected points of one size, got %d, %d and %d numbers",
        from.length,
        minus.length,
        plus.length);
  }

  /** Number by number. */
  public float[] result() {
    float[] result = new float[from.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = from[i] - minus[i] + plus[i];
    }
    return result;
  }

  /**
   * The images of the three and of the result, with their names above them.
   *
   * @param ofClass the number of the class of all; null as in {@link KnownClasses#ofEach}
   */
  public ImageGrid images(Trained trained, @Nullable Integer ofClass) {
    int size = from.length;
    float[] points = Arrays.copyOf(from, 4 * size);
    System.arraycopy(minus, 0, points, size, size);
    System.arraycopy(plus, 0, points, 2 * size, size);
    System.arraycopy(result(), 0, points, 3 * size, size);
    return trained
        .imagesAt(points, trained.classes().ofEach(4, ofClass))
        .grid(1, 4)
        .columnLabels(List.of("from", "− minus", "+ plus", "= result"));
  }
}
