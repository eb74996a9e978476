package dev.figment.nn;

import static dev.figment.UsageException.require;

import dev.figment.tensor.Tensor;

/**
 * A vector as a sequence of the same step.
 *
 * @param times at least 1
 */
public record RepeatVector(int times) implements Layer {
  public RepeatVector {
    require(times >= 1, "repeatVector: times must be at least 1, got %d", times);
  }

  @Override
  public Shape outputShape(Shape input) {
    ShapeException.requireVector(input);
    return Shape.sequence(times, input.size(0));
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x.reshape(x.size(0), 1, -1).expand(-1, times, -1);
  }
}
