package dev.figment.nn;

import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** An {@link Architecture} with its parameters, which it owns. */
public final class Network implements AutoCloseable {
  private final Architecture architecture;
  private final Parameters parameters;
  private final List<Parameters> perLayer = new ArrayList<>();

  Network(Architecture architecture, Parameters parameters) {
    this.architecture = architecture;
    this.parameters = parameters;
    for (int i = 0; i < architecture.layers().size(); i++) {
      perLayer.add(parameters.within(String.valueOf(i)));
    }
  }

  /**
   * Runs a batch through all layers.
   *
   * @param x the batch first; images as (examples, channels, height, width)
   */
  public Tensor apply(Tensor x, Pass pass) {
    List<Layer> layers = architecture.layers();
    for (int i = 0; i < layers.size(); i++) {
      x = layers.get(i).apply(x, perLayer.get(i), pass);
    }
    return x;
  }

  /** The same network without its final sigmoid, sharing all parameters. */
  public Network logits() {
    return new Network(architecture.logits(), parameters);
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
