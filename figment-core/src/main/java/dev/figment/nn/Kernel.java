package dev.figment.nn;

import java.util.List;

/** The weight of a dense or convolutional layer that another layer wraps and changes on its way. */
final class Kernel {
  private Kernel() {}

  /**
   * Its spec.
   *
   * @throws ShapeException if the layer has no such weight
   */
  static ParameterSpec of(Layer layer, Shape input) {
    layer.outputShape(input);
    return layer.parameters(input).stream()
        .filter(spec -> spec.name().equals("weight") && spec.shape().length >= 2)
        .findFirst()
        .orElseThrow(
            () ->
                new ShapeException(
                    "a dense or convolutional layer inside",
                    layer.kind(),
                    "Wrap dense, conv2d or conv2dTranspose."));
  }

  /** Which axis of the weight counts the outputs. */
  static int outputAxis(Layer layer) {
    return layer instanceof Conv2dTranspose ? 1 : 0;
  }

  /** The wrapped layer's parameters as the wrapping layer's own: {@code layer.weight}. */
  static List<ParameterSpec> within(List<ParameterSpec> specs) {
    return specs.stream().map(spec -> spec.within("layer")).toList();
  }
}
