package dev.figment.nn;

import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/**
 * Layers in sequence, one of several ways that an input takes through a {@link Branched} layer; it
 * stays as it is where there are none.
 *
 * @param name under which the parameters stand: {@code shortcut}, {@code branches.0}
 */
public record Way(String name, List<Layer> layers) {
  public Way {
    layers = List.copyOf(layers);
  }

  /** What messages call it: {@code branches/0}. */
  public String place() {
    return name.replace('.', '/');
  }

  private Architecture from(Shape input) {
    return new Architecture(place(), input, layers);
  }

  /**
   * What it makes of an input of this shape.
   *
   * @throws ShapeException if a layer cannot take what comes to it; the message names the place
   */
  public Shape outputShape(Shape input) {
    return from(input).output();
  }

  /** Those of its layers together: {@link Layer#multiplyAdds}. */
  public long multiplyAdds(Shape input) {
    return from(input).multiplyAdds();
  }

  /** Those of its layers, as parameters of the layer that it is a way through. */
  public Stream<ParameterSpec> parameters(Shape input) {
    return from(input).parameters().stream().map(spec -> spec.within(name));
  }

  /**
   * The arithmetic.
   *
   * @param own the parameters of the layer that it is a way through
   */
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    Parameters mine = own.within(name);
    for (int i = 0; i < layers.size(); i++) {
      x = layers.get(i).apply(x, mine.within(String.valueOf(i)), pass);
    }
    return x;
  }
}
