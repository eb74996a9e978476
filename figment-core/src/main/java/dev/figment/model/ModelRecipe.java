package dev.figment.model;

import dev.figment.nn.Architecture;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import java.util.List;

/** A model before it exists: the {@code model} section of a recipe. */
public interface ModelRecipe {
  /**
   * The networks for examples of this shape, with no native code.
   *
   * @throws dev.figment.nn.ShapeException if layers do not fit
   */
  List<Architecture> architectures(Shape example);

  /** How many real examples one batch of a phase takes, where {@code batch} is the recipe's. */
  default int realExamples(int batch) {
    return batch;
  }

  /**
   * Makes the model, drawing first weights from the stream {@code init}.
   *
   * @param batch the recipe's {@code train.batch}
   */
  Model create(Shape example, int batch, RandomStreams streams, Device device);
}
