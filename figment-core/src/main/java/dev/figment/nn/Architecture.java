package dev.figment.nn;

import dev.figment.UsageException;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Layers in sequence, from an input shape: checked at birth, with no native code.
 *
 * @param name what errors and weights call it: {@code generator}
 */
public record Architecture(String name, Shape input, List<Layer> layers) {
  public Architecture {
    layers = List.copyOf(layers);
    shapes(name, input, layers);
  }

  /** The shapes between the layers: the input's first, the output's last. */
  public List<Shape> shapes() {
    return shapes(name, input, layers);
  }

  private static List<Shape> shapes(String name, Shape input, List<Layer> layers) {
    List<Shape> shapes = new ArrayList<>(List.of(input));
    long parameters = 0;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      try {
        shapes.add(layer.outputShape(shapes.get(i)));
        parameters = Math.addExact(parameters, count(layer.parameters(shapes.get(i))));
      } catch (ShapeException e) {
        throw e.at(name + "/" + i + " " + layer.kind());
      } catch (UsageException e) { // a shape that is none
        throw new UsageException("%s/%d %s: %s", name, i, layer.kind(), e.getMessage());
      } catch (ArithmeticException e) { // a product or a sum beyond all counting
        throw tooLarge().at(name + "/" + i + " " + layer.kind());
      }
    }
    return shapes;
  }

  private static long count(List<ParameterSpec> parameters) {
    return parameters.stream().mapToLong(ParameterSpec::count).reduce(0, Math::addExact);
  }

  private static ShapeException tooLarge() {
    return new ShapeException(
        "sizes whose products can be counted", "larger ones", "Make the layer smaller.");
  }

  public Shape output() {
    List<Shape> shapes = shapes();
    return shapes.get(shapes.size() - 1);
  }

  /** All parameters, named as in a PyTorch Sequential: {@code 3.weight}. */
  public List<ParameterSpec> parameters() {
    List<Shape> shapes = shapes();
    List<ParameterSpec> specs = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      for (ParameterSpec spec : layers.get(i).parameters(shapes.get(i))) {
        specs.add(spec.within(String.valueOf(i)));
      }
    }
    return specs;
  }

  /** All layers, those that layers hold too. */
  public Stream<Layer> allLayers() {
    return layers.stream().flatMap(Layer::withDescendants);
  }

  /** Whether what it makes of an example depends on what else is in the batch. */
  public BatchDependence batchDependence() {
    return allLayers()
        .map(Layer::batchDependence)
        .max(Comparator.naturalOrder())
        .orElse(BatchDependence.NONE);
  }

  /** Those of its layers together: {@link Layer#multiplyAdds}. */
  public long multiplyAdds() {
    List<Shape> shapes = shapes();
    return IntStream.range(0, layers.size())
        .mapToLong(i -> layers.get(i).multiplyAdds(shapes.get(i)))
        .sum();
  }

  public Summary summary() {
    List<Shape> shapes = shapes();
    List<Summary.Row> rows = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      List<ParameterSpec> specs = layers.get(i).parameters(shapes.get(i));
      rows.add(Summary.Row.of(layers.get(i), shapes.get(i + 1), specs));
    }
    return new Summary(name, input, rows);
  }

  /**
   * The same without a final sigmoid or softmax, which only a reshape may follow: losses take
   * logits. Parameters keep their names.
   */
  public Architecture logits() {
    List<Layer> changed = new ArrayList<>(layers);
    int last = changed.size() - 1;
    while (last > 0 && changed.get(last).keepsNumbers()) {
      last--;
    }
    if (last >= 0) {
      changed.set(last, changed.get(last).logits().orElse(changed.get(last)));
    }
    return new Architecture(name, input, changed);
  }

  /** A network with first values drawn from the stream. */
  public Network create(RandomStream init, Device device) {
    return new Network(this, Parameters.create(parameters(), init, device));
  }
}
