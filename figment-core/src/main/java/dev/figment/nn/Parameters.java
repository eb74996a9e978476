package dev.figment.nn;

import dev.figment.Nearest;
import dev.figment.UsageException;
import dev.figment.tensor.Device;
import dev.figment.tensor.FlatMemory;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Named tensors that live as long as their network. A selection ({@link #trainable}, {@link
 * #within}, {@link #with}, {@link #joined}) shares the tensors; only the original closes them.
 */
public final class Parameters implements AutoCloseable {
  private final Map<String, Tensor> tensors;
  private final Map<String, Boolean> trainable;

  private Parameters(Map<String, Tensor> tensors, Map<String, Boolean> trainable) {
    this.tensors = tensors;
    this.trainable = trainable;
  }

  /** Makes what the specs describe, drawing first values from the stream in their order. */
  public static Parameters create(List<ParameterSpec> specs, RandomStream init, Device device) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<String, Boolean> trainable = new LinkedHashMap<>();
    try (Scope scope = Scope.open()) {
      for (ParameterSpec spec : specs) {
        float[] values = spec.initializer().draw(init, spec.shape());
        tensors.put(spec.name(), Tensor.of(values, spec.shape()).to(device));
        trainable.put(spec.name(), spec.trainable());
      }
      Parameters created = new Parameters(tensors, trainable);
      created.layOut();
      tensors.values().forEach(Tensor::retain);
      return created;
    }
  }

  /** Moves what an optimizer may move into one piece of memory. */
  private void layOut() {
    Map<String, Tensor> chosen = trainable().tensors;
    List<Tensor> moved = FlatMemory.move(List.copyOf(chosen.values()));
    int next = 0;
    for (String name : chosen.keySet()) {
      tensors.put(name, moved.get(next++).differentiable());
    }
  }

  /** The parameter of this name, which exists. */
  public Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new UsageException(
          "parameter %s: expected one of %s, as the layer declares them, got another%s",
          name, tensors.keySet(), Nearest.hint(name, tensors.keySet()));
    }
    return tensor;
  }

  public @Nullable Tensor getOrNull(String name) {
    return tensors.get(name);
  }

  public Map<String, Tensor> byName() {
    return Collections.unmodifiableMap(tensors);
  }

  public List<Tensor> tensors() {
    return List.copyOf(tensors.values());
  }

  public long count() {
    return tensors.values().stream().mapToLong(Tensor::count).sum();
  }

  /** Those that an optimizer may move. */
  public Parameters trainable() {
    Map<String, Tensor> chosen = new LinkedHashMap<>(tensors);
    chosen.keySet().removeIf(name -> !Objects.requireNonNull(trainable.get(name)));
    return new Parameters(chosen, trainable);
  }

  /** Those whose names begin with a prefix and a dot, without it. */
  public Parameters within(String prefix) {
    Map<String, Tensor> chosen = new LinkedHashMap<>();
    Map<String, Boolean> flags = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix + ".")) {
            chosen.put(name.substring(prefix.length() + 1), tensor);
            flags.put(name.substring(prefix.length() + 1), trainable.get(name));
          }
        });
    return new Parameters(chosen, flags);
  }

  /**
   * The same with another tensor under one of the names, or under a name of its own: it stays its
   * owner's, and no optimizer may move it through these.
   */
  public Parameters with(String name, Tensor borrowed) {
    Map<String, Tensor> more = new LinkedHashMap<>(tensors);
    Map<String, Boolean> flags = new LinkedHashMap<>(trainable);
    more.put(name, borrowed);
    flags.put(name, false);
    return new Parameters(more, flags);
  }

  /** Those of some networks, under their networks' names: {@code generator.3.weight}. */
  public static Parameters of(List<Network> networks) {
    Map<String, Parameters> parts = new LinkedHashMap<>();
    for (Network each : networks) {
      String name = each.architecture().name();
      UsageException.require(
          parts.putIfAbsent(name, each.parameters()) == null,
          "networks: expected each name once, got %s twice. Name one of them otherwise.",
          name);
    }
    return joined(parts);
  }

  /** These and those, under prefixed names. */
  public static Parameters joined(Map<String, Parameters> parts) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<String, Boolean> flags = new LinkedHashMap<>();
    parts.forEach(
        (prefix, part) ->
            part.tensors.forEach(
                (name, tensor) -> {
                  tensors.put(prefix + "." + name, tensor);
                  flags.put(prefix + "." + name, part.trainable.get(name));
                }));
    return new Parameters(tensors, flags);
  }

  @Override
  public void close() {
    new ArrayList<>(tensors.values()).forEach(Tensor::close);
  }
}
