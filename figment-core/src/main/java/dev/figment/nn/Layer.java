package dev.figment.nn;

import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/** A step of a network: an immutable record that refuses bad values at birth. */
public interface Layer {
  /** The word for it in recipes and summaries: the record's name, as in {@code conv2d}. */
  default String kind() {
    return Layers.nameOf(getClass());
  }

  /**
   * What it makes of an input of this shape. Pure arithmetic.
   *
   * @throws ShapeException if it cannot take such an input
   */
  Shape outputShape(Shape input);

  /** The names, shapes and initial values of its parameters. Still no native code. */
  default List<ParameterSpec> parameters(Shape input) {
    return List.of();
  }

  /**
   * The arithmetic.
   *
   * @param x a batch of inputs, the batch first
   * @param own this layer's parameters, by the names of {@link #parameters}
   * @param pass the mode, the dropout stream, the classes, and where penalties are collected
   */
  Tensor apply(Tensor x, Parameters own, Pass pass);

  /**
   * The same layer without the sigmoid or softmax that it ends with, where it does end with one.
   */
  default Optional<Layer> logits() {
    return Optional.empty();
  }
}
