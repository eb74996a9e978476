package dev.figment.nn;

/**
 * The matrix or convolution kernel among a layer's parameters, which another layer that wraps it
 * can change on its way: normalize, scale, mask.
 *
 * @param name of the parameter: {@code weight}
 * @param outputAxis which of its axes counts the outputs
 */
public record Kernel(String name, int outputAxis) {
  /** {@code weight}, with the outputs first. */
  public static final Kernel WEIGHT = new Kernel("weight", 0);

  /**
   * That of a layer.
   *
   * @throws ShapeException if the layer has none
   */
  public static Kernel of(Layer layer) {
    return layer
        .kernelParameter()
        .orElseThrow(
            () ->
                new ShapeException(
                    "a dense or convolutional layer inside",
                    layer.kind(),
                    "Wrap dense, conv2d or conv2dTranspose."));
  }

  /** Its spec among the layer's parameters. */
  public ParameterSpec spec(Layer layer, Shape input) {
    return layer.parameters(input).stream()
        .filter(spec -> spec.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(layer.kind() + " has no parameter " + name));
  }
}
