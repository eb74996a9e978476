package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * A learned vector for each class: the input is one class number per example.
 *
 * @param classes how many there are; numbers run from 0 to classes − 1
 * @param units of each vector
 * @param initializer of all vectors; Keras's, which is small, unless told otherwise
 */
public record Embedding(
    int classes, int units, @JsonProperty(defaultValue = "uniform") Initializer initializer)
    implements Layer {
  public Embedding {
    require(classes >= 1, "embedding: classes must be at least 1, got %d", classes);
    require(units >= 1, "embedding: units must be at least 1, got %d", units);
  }

  /** With Keras's initializer. */
  public Embedding(int classes, int units) {
    this(classes, units, new Initializer.Uniform(-0.05, 0.05));
  }

  @Override
  public Shape outputShape(Shape input) {
    if (!input.equals(Shape.vector(1))) {
      throw new ShapeException(
          "one class number per example (1)", input, "Give it labels, not images.");
    }
    return Shape.vector(units);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return List.of(ParameterSpec.trainable("weight", initializer, classes, units));
  }

  @Override
  public Optional<Kernel> kernelParameter() {
    return Optional.of(Kernel.WEIGHT);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return own.get("weight").rows(x.toLongs().reshape(-1));
  }
}
