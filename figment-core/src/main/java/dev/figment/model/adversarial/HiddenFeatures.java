package dev.figment.model.adversarial;

import dev.figment.nn.Architecture;
import dev.figment.nn.BatchDependence;
import dev.figment.nn.Layer;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.util.List;

/** What the last hidden layer of a discriminator gives. */
public final class HiddenFeatures {
  private HiddenFeatures() {}

  /**
   * The number of the layer that is given them: the last with parameters, or before it the first
   * that compares the examples of a batch.
   */
  public static int end(Architecture architecture) {
    int last = lastWithParameters(architecture);
    for (int i = 0; i < last; i++) {
      if (compares(architecture.layers().get(i))) {
        return i;
      }
    }
    return last;
  }

  private static boolean compares(Layer layer) {
    return layer
        .withDescendants()
        .anyMatch(each -> each.batchDependence() == BatchDependence.COMPARISON);
  }

  /** The number of the last layer with parameters; 0 where none has any. */
  public static int lastWithParameters(Architecture architecture) {
    List<Shape> shapes = architecture.shapes();
    int last = architecture.layers().size() - 1;
    while (last > 0 && architecture.layers().get(last).parameters(shapes.get(last)).isEmpty()) {
      last--;
    }
    return last;
  }

  /** In one row for each example. */
  public static Tensor flat(Tensor features) {
    return features.reshape(features.size(0), -1);
  }
}
