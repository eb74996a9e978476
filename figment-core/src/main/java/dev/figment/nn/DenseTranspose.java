package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * activation(x·W + b) with the kernel W (outputs, inputs) of a {@link Dense} layer of an encoder,
 * used the other way round: tied weights. W is one tensor, whose gradient is the sum of both uses;
 * the bias is its own. For the decoder of an autoencoder.
 *
 * @param units as many as the other layer takes
 * @param of the number of that layer in the encoder, from 0
 */
public record DenseTranspose(
    int units, int of, @JsonProperty(defaultValue = "linear") Activation activation)
    implements Activated {
  /** What the borrowed kernel is called among the layer's parameters. */
  public static final String KERNEL = "kernel";

  public DenseTranspose {
    require(units >= 1, "denseTranspose: units must be at least 1, got %d", units);
    require(of >= 0, "denseTranspose: of must be the number of a layer, got %d", of);
  }

  @Override
  public Layer withActivation(Activation activation) {
    return new DenseTranspose(units, of, activation);
  }

  @Override
  public Shape outputShape(Shape input) {
    ShapeException.requireVector(input);
    return Shape.vector(units);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return List.of(ParameterSpec.trainable("bias", new Initializer.Zeros(), units));
  }

  @Override
  public long multiplyAdds(Shape input) {
    return (long) units * input.count();
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return activation.apply(x.matmul(own.get(KERNEL)).plus(own.get("bias")));
  }
}
