package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Convolution;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * activation(Wᵀ ⋆ x + b): the transpose of a {@link Conv2d} of the same kernel, stride and padding,
 * which makes images larger; W of (channels, filters, kernel, kernel). {@code same} gives exactly
 * stride times the size.
 */
public record Conv2dTranspose(
    int filters,
    int kernel,
    @JsonProperty(defaultValue = "1") int stride,
    @JsonProperty(defaultValue = "valid") Padding padding,
    @JsonProperty(defaultValue = "linear") Activation activation,
    @JsonProperty(defaultValue = "true") boolean bias,
    @JsonProperty(defaultValue = "glorotUniform") Initializer initializer)
    implements Activated {
  public Conv2dTranspose {
    require(filters >= 1, "conv2dTranspose: filters must be at least 1, got %d", filters);
    require(kernel >= 1, "conv2dTranspose: kernel must be at least 1, got %d", kernel);
    require(stride >= 1, "conv2dTranspose: stride must be at least 1, got %d", stride);
  }

  public Conv2dTranspose(int filters, int kernel, int stride, Padding padding) {
    this(
        filters, kernel, stride, padding, Activation.LINEAR, true, new Initializer.GlorotUniform());
  }

  @Override
  public Conv2dTranspose withActivation(Activation activation) {
    return new Conv2dTranspose(filters, kernel, stride, padding, activation, bias, initializer);
  }

  @Override
  public Shape outputShape(Shape input) {
    ShapeException.requireImage(input);
    return Shape.image(
        padding.transposedSize(input.height(), kernel, stride),
        padding.transposedSize(input.width(), kernel, stride),
        filters);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return WeightAndBias.of(initializer, bias, filters, input.channels(), filters, kernel, kernel);
  }

  @Override
  public Optional<Kernel> kernelParameter() {
    return Optional.of(new Kernel("weight", 1));
  }

  @Override
  public long multiplyAdds(Shape input) {
    long window = (long) kernel * kernel * filters;
    return input.count() * window;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return activation.apply(
        Convolution.transposed(
            x, own.get("weight"), own.getOrNull("bias"), stride, padding.crop(kernel, stride)));
  }
}
