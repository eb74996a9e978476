package dev.figment.nn;

import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An {@link Architecture} with its parameters, which it owns. */
public final class Network implements AutoCloseable {
  private final Architecture architecture;
  private final Parameters parameters;
  private final List<Parameters> perLayer;
  private final List<Shape> shapes;

  Network(Architecture architecture, Parameters parameters) {
    this(architecture, parameters, split(architecture, parameters));
  }

  private Network(Architecture architecture, Parameters parameters, List<Parameters> perLayer) {
    this.architecture = architecture;
    this.parameters = parameters;
    this.perLayer = perLayer;
    this.shapes = architecture.shapes();
  }

  private static List<Parameters> split(Architecture architecture, Parameters parameters) {
    List<Parameters> perLayer = new ArrayList<>();
    for (int i = 0; i < architecture.layers().size(); i++) {
      perLayer.add(parameters.within(String.valueOf(i)));
    }
    return perLayer;
  }

  /**
   * Runs a batch through all layers.
   *
   * @param x the batch first; images as (examples, channels, height, width)
   * @throws ShapeException if its examples are not of the shape of the {@linkplain #input input}
   */
  public Tensor apply(Tensor x, Pass pass) {
    return applyPart(0, architecture.layers().size(), x, pass);
  }

  /**
   * Runs a batch through some of the layers: from one number up to, not with, another.
   *
   * @throws ShapeException if its examples are not of the shape that the first of them takes
   */
  public Tensor applyPart(int from, int to, Tensor x, Pass pass) {
    if (from < to && !shapes.get(from).isOf(x)) {
      throw unfit(from, x);
    }
    for (int i = from; i < to; i++) {
      x = architecture.layers().get(i).apply(x, perLayer.get(i), pass);
    }
    return x;
  }

  private ShapeException unfit(int layer, Tensor x) {
    Shape expected = shapes.get(layer);
    String place = layer == 0 ? "" : "/" + layer + " " + architecture.layers().get(layer).kind();
    return new ShapeException(
            "a batch of %s as %s".formatted(expected, expected.batchSizes()),
            x.describe(),
            "Reshape the batch, or give the network another input.")
        .at(architecture.name() + place);
  }

  /** The parameters of some of the layers, under their names here. */
  public Parameters parametersOf(int from, int to) {
    Map<String, Parameters> parts = new LinkedHashMap<>();
    for (int i = from; i < to; i++) {
      parts.put(String.valueOf(i), parameters.within(String.valueOf(i)));
    }
    return Parameters.joined(parts);
  }

  /** One layer's parameters under its own names, with what was {@linkplain #borrowing borrowed}. */
  public Parameters ofLayer(int layer) {
    return perLayer.get(layer);
  }

  /** The same network without its final sigmoid or softmax, sharing all parameters. */
  public Network logits() {
    return new Network(architecture.logits(), parameters, perLayer);
  }

  /**
   * The same network, with a tensor of another one for a layer that wants it: it is not among this
   * network's {@link #parameters}, so that it is saved, moved and closed by its owner alone.
   */
  public Network borrowing(int layer, String name, Tensor tensor) {
    List<Parameters> more = new ArrayList<>(perLayer);
    more.set(layer, perLayer.get(layer).with(name, tensor));
    return new Network(architecture, parameters, more);
  }

  public Architecture architecture() {
    return architecture;
  }

  public Parameters parameters() {
    return parameters;
  }

  public Shape input() {
    return architecture.input();
  }

  public Shape output() {
    return architecture.output();
  }

  public Summary summary() {
    return architecture.summary();
  }

  @Override
  public void close() {
    parameters.close();
  }
}
