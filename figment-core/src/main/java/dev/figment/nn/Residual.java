package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * f(x) + s(x): layers in sequence beside a shortcut, which is x itself where it has no layers.
 *
 * @param layers f, at least one
 * @param shortcut s, for where f changes the shape
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al. 2016, eq. 1 and 2</a>, without the
 *     activation after the sum: write it as a layer
 */
public record Residual(
    List<Layer> layers, @JsonProperty(defaultValue = "null") List<Layer> shortcut)
    implements Layer {
  public Residual {
    require(!layers.isEmpty(), "residual: expected at least one layer, got none");
    layers = List.copyOf(layers);
    shortcut = shortcut == null ? List.of() : List.copyOf(shortcut);
  }

  /** Beside x itself. */
  public Residual(List<Layer> layers) {
    this(layers, null);
  }

  private Architecture longWay(Shape input) {
    return new Architecture("layers", input, layers);
  }

  private Architecture shortWay(Shape input) {
    return new Architecture("shortcut", input, shortcut);
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape output = longWay(input).output();
    Shape beside = shortWay(input).output();
    if (!output.equals(beside)) {
      throw new ShapeException(
          "the shortcut to give %s, as the layers do".formatted(output),
          beside,
          "Change the shortcut's layers, such as to a conv2d with kernel 1.");
    }
    return output;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    List<ParameterSpec> specs = new ArrayList<>();
    for (Architecture way : List.of(longWay(input), shortWay(input))) {
      way.parameters().forEach(spec -> specs.add(spec.within(way.name())));
    }
    return specs;
  }

  @Override
  public List<Layer> children() {
    return Stream.concat(layers.stream(), shortcut.stream()).toList();
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return through(layers, x, own.within("layers"), pass)
        .plus(through(shortcut, x, own.within("shortcut"), pass));
  }

  private static Tensor through(List<Layer> layers, Tensor x, Parameters own, Pass pass) {
    for (int i = 0; i < layers.size(); i++) {
      x = layers.get(i).apply(x, own.within(String.valueOf(i)), pass);
    }
    return x;
  }
}
