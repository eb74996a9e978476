package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Convolution;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * activation(W ⋆ x + b): a square window slides over an image, W of (filters, channels, kernel,
 * kernel). Defaults are Keras's.
 *
 * @param filters at least 1
 * @param kernel the window's side, at least 1
 * @param stride at least 1
 */
public record Conv2d(
    int filters,
    int kernel,
    @JsonProperty(defaultValue = "1") int stride,
    @JsonProperty(defaultValue = "valid") Padding padding,
    @JsonProperty(defaultValue = "linear") Activation activation,
    @JsonProperty(defaultValue = "true") boolean bias,
    @JsonProperty(defaultValue = "glorotUniform") Initializer initializer)
    implements Activated {
  public Conv2d {
    require(filters >= 1, "conv2d: filters must be at least 1, got %d", filters);
    require(kernel >= 1, "conv2d: kernel must be at least 1, got %d", kernel);
    require(stride >= 1, "conv2d: stride must be at least 1, got %d", stride);
  }

  public Conv2d(int filters, int kernel, int stride, Padding padding) {
    this(
        filters, kernel, stride, padding, Activation.LINEAR, true, new Initializer.GlorotUniform());
  }

  @Override
  public Conv2d withActivation(Activation activation) {
    return new Conv2d(filters, kernel, stride, padding, activation, bias, initializer);
  }

  @Override
  public Shape outputShape(Shape input) {
    ShapeException.requireImage(input);
    int height = padding.windows(input.height(), kernel, stride);
    int width = padding.windows(input.width(), kernel, stride);
    if (height < 1 || width < 1) {
      throw new ShapeException(
          "an image of at least %d×%d for kernel %d with valid padding"
              .formatted(kernel, kernel, kernel),
          input,
          "Use a smaller kernel, or padding: same.");
    }
    return Shape.image(height, width, filters);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return WeightAndBias.of(initializer, bias, filters, filters, input.channels(), kernel, kernel);
  }

  @Override
  public Optional<Kernel> kernelParameter() {
    return Optional.of(Kernel.WEIGHT);
  }

  @Override
  public long multiplyAdds(Shape input) {
    long window = (long) kernel * kernel * input.channels();
    return outputShape(input).count() * window;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    var edges = padding.around((int) x.size(2), (int) x.size(3), kernel, stride);
    return activation.apply(
        Convolution.apply(x, own.get("weight"), own.getOrNull("bias"), stride, edges));
  }
}
