package dev.figment.nn;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Kind;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A step of a network: an immutable record that refuses bad values at birth. */
@Kind("layer")
public interface Layer {
  /** The word for it in recipes and summaries: the record's name, as in {@code conv2d}. */
  default String kind() {
    return Contributions.nameOf(getClass());
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
   * @param pass the mode, the random stream, what it is told beside x, and where penalties are
   *     collected
   */
  Tensor apply(Tensor x, Parameters own, Pass pass);

  /**
   * How many products its matrix products and convolutions add up for one example, on the way
   * forward; 0 where it has none. Operations are twice as many. Pure arithmetic.
   */
  default long multiplyAdds(Shape input) {
    return 0;
  }

  /** The layers that it holds, as {@link Branched}s and {@link Wrapper}s do; none for most. */
  default List<Layer> children() {
    return List.of();
  }

  /** This layer, then all that it holds, and those that they hold. */
  default Stream<Layer> withDescendants() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Layer::withDescendants));
  }

  /** Whether its output for an example depends on the others of the batch, itself alone. */
  default BatchDependence batchDependence() {
    return BatchDependence.NONE;
  }

  /** Batches must divide into groups of so many examples. */
  default int group() {
    return 1;
  }

  /** What it has to be told beside its input. */
  default List<SideInput<?>> sideInputs() {
    return List.of();
  }

  /** What a wrapping layer may normalize or scale; none where there is no matrix or kernel. */
  default Optional<Kernel> kernelParameter() {
    return Optional.empty();
  }

  /** Whether it gives the numbers of its input as they are, in another shape. */
  default boolean keepsNumbers() {
    return false;
  }

  /**
   * The same layer without the sigmoid or softmax that it ends with, where it does end with one.
   */
  default Optional<Layer> logits() {
    return Optional.empty();
  }
}
