package dev.figment.nn;

import java.util.List;

/**
 * A layer that changes the {@link Kernel} of another one on its way. The parameters of the one
 * inside are its own, under {@code layer.}: {@code layer.weight}.
 */
public interface Wrapper extends Layer {
  /** The name under which the inner layer's parameters stand. */
  String INNER = "layer";

  /** The layer inside, which has a kernel. */
  Layer layer();

  @Override
  default List<Layer> children() {
    return List.of(layer());
  }

  @Override
  default Shape outputShape(Shape input) {
    Kernel.of(layer());
    return layer().outputShape(input);
  }

  @Override
  default long multiplyAdds(Shape input) {
    return layer().multiplyAdds(input);
  }

  /** The inner layer's parameters as its own. */
  default List<ParameterSpec> innerParameters(Shape input) {
    return layer().parameters(input).stream().map(spec -> spec.within(INNER)).toList();
  }

  @Override
  default List<ParameterSpec> parameters(Shape input) {
    return innerParameters(input);
  }
}
