package dev.figment.nn;

import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An {@link Architecture} with its parameters, which it owns. */
public final class Network implements AutoCloseable {
  private final Architecture architecture;
  private final Parameters parameters;
  private final List<Parameters> perLayer;
  private final List<Shape> shapes;
  private final AtomicReference<@Nullable LayerObserver> observer;

  Network(Architecture architecture, Parameters parameters) {
    this(architecture, parameters, split(architecture, parameters), new AtomicReference<>());
  }

  private Network(
      Architecture architecture,
      Parameters parameters,
      List<Parameters> perLayer,
      AtomicReference<@Nullable LayerObserver> observer) {
    this.architecture = architecture;
    this.parameters = parameters;
    this.perLayer = perLayer;
    this.observer = observer;
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
   * Runs a batch through some of the layers: from one number up to, not with, another. Gives
   * float32, whatever the layers multiply in. What lies between two of them is given back at once:
   * what gradients need of it, the engine holds by itself.
   *
   * @throws ShapeException if its examples are not of the shape that the first of them takes
   */
  public Tensor applyPart(int from, int to, Tensor x, Pass pass) {
    if (from < to && !shapes.get(from).isOf(x)) {
      throw unfit(from, x);
    }
    boolean isObserved = observer.get() != null; // who observes may want tensors later
    Tensor given = x;
    for (int i = from; i < to; i++) {
      Tensor y = isObserved ? applyLayer(i, x, pass) : applyKeeping(i, x, pass);
      if (!isObserved && x != given && x != y) {
        x.close();
      }
      x = y;
    }
    return x.toFloats();
  }

  /** Keeps of all that a layer makes its result and its penalties. */
  private Tensor applyKeeping(int layer, Tensor x, Pass pass) {
    List<Tensor> penalties = pass.penalties();
    int before = penalties.size();
    try (Scope scope = Scope.open()) {
      Tensor y = applyLayer(layer, x, pass);
      penalties.subList(before, penalties.size()).forEach(scope::keep);
      return scope.keep(y);
    }
  }

  /** Runs a batch through one layer, whose input it is: for networks that are no plain sequence. */
  public Tensor applyLayer(int layer, Tensor x, Pass pass) {
    LayerObserver told = observer.get();
    return told == null
        ? architecture.layers().get(layer).apply(x, perLayer.get(layer), pass)
        : observed(applied(layer), x, pass, told);
  }

  private static Tensor observed(AppliedLayer layer, Tensor x, Pass pass, LayerObserver told) {
    told.before(layer, x);
    Tensor y = layer.layer().apply(x, layer.own(), pass);
    told.after(layer, x, y);
    return y;
  }

  private AppliedLayer applied(int number) {
    return new AppliedLayer(
        architecture.name(),
        number,
        architecture.layers().get(number),
        shapes.get(number),
        shapes.get(number + 1),
        perLayer.get(number));
  }

  /**
   * From now on, tells of each layer that is run, in the networks that share its parameters too.
   *
   * @param told null to tell none
   */
  public void observe(@Nullable LayerObserver told) {
    observer.set(told);
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
    return new Network(architecture.logits(), parameters, perLayer, observer);
  }

  /**
   * The same network, with a tensor of another one for a layer that wants it: it is not among this
   * network's {@link #parameters}, so that it is saved, moved and closed by its owner alone.
   */
  public Network borrowing(int layer, String name, Tensor tensor) {
    List<Parameters> more = new ArrayList<>(perLayer);
    more.set(layer, perLayer.get(layer).with(name, tensor));
    return new Network(architecture, parameters, more, observer);
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
