package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * activation(x·Wᵀ + b), of a vector, or of every step of a sequence.
 *
 * @param units at least 1
 * @param initializer of W (units, inputs); glorot uniform where none is given
 */
public record Dense(
    int units,
    @JsonProperty(defaultValue = "linear") Activation activation,
    @JsonProperty(defaultValue = "true") boolean bias,
    @JsonProperty(defaultValue = "glorotUniform") Initializer initializer)
    implements Activated {
  public Dense {
    require(units >= 1, "dense: units must be at least 1, got %d", units);
  }

  public Dense(int units, Activation activation) {
    this(units, activation, true, new Initializer.GlorotUniform());
  }

  public Dense(int units) {
    this(units, Activation.LINEAR);
  }

  @Override
  public Dense withActivation(Activation activation) {
    return new Dense(units, activation, bias, initializer);
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.isImage()) {
      ShapeException.requireVector(input);
    }
    return input.isVector() ? Shape.vector(units) : Shape.sequence(input.size(0), units);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return WeightAndBias.of(initializer, bias, units, units, input.channels());
  }

  @Override
  public Optional<Kernel> kernelParameter() {
    return Optional.of(Kernel.WEIGHT);
  }

  @Override
  public long multiplyAdds(Shape input) {
    return (long) units * input.count();
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return activation.apply(x.linear(own.get("weight"), own.getOrNull("bias")));
  }
}
