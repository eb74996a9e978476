package dev.figment.data;

import dev.figment.nn.Shape;
import java.util.List;

/**
 * What a network meets: known before an example is read.
 *
 * @param shape of one example
 * @param classes the names of the classes, in the order of their numbers; empty where nothing is
 *     labeled
 * @param range the interval that pixels are brought to
 */
public record ExampleForm(Shape shape, List<String> classes, Range range) {
  /** Copies the names of the classes. */
  public ExampleForm {
    classes = List.copyOf(classes);
  }

  /** Unlabeled examples in [0, 1]. */
  public static ExampleForm of(Shape shape) {
    return new ExampleForm(shape, List.of(), Range.ZERO_TO_ONE);
  }

  /** The examples of a set, in a range. */
  public static ExampleForm of(ImageSet set, Range range) {
    return new ExampleForm(set.shape(), set.classes(), range);
  }
}
