package dev.figment.optim;

import dev.figment.UsageException;
import dev.figment.nn.Parameters;
import dev.figment.tensor.Device;
import dev.figment.tensor.FlatMemory;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Rule} at work on given parameters. All gradients are joined to one vector, what the rule
 * remembers is one vector each, and parameters that lie side by side in memory, as those of a
 * network do, move as one: a step is a handful of engine calls however many parameters there are.
 */
public final class Optimizer implements AutoCloseable {
  private final Rule rule;
  private final @Nullable Double limit;
  private final List<Long> sizes;
  private final List<Tensor> state = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private long steps;
  private double rateFactor = 1;

  /**
   * Parameters that lie side by side, from a place in the gradient on, and what belongs to them.
   */
  private record Part(Tensor values, long start, List<Tensor> state) {
    Tensor of(Tensor gradient) {
      return gradient.count() == values.count()
          ? gradient
          : gradient.narrow(0, start, values.count());
    }
  }

  public Optimizer(Rule rule, Parameters parameters) {
    this(rule, parameters, null);
  }

  /**
   * @param limit after each step every value of the parameters is brought back to ±this; null for
   *     no limit
   */
  public Optimizer(Rule rule, Parameters parameters, @Nullable Double limit) {
    UsageException.require(
        !parameters.tensors().isEmpty(),
        "optimizer: expected parameters to update, got none. Give the network a layer that"
            + " learns.");
    this.rule = rule;
    this.limit = limit;
    this.sizes = parameters.tensors().stream().map(Tensor::count).toList();
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      for (int i = 0; i < rule.state().size(); i++) {
        Device device = parameters.tensors().get(0).device();
        state.add(Tensor.zeros(parameters.count()).to(device).retain());
      }
      long start = 0;
      for (Tensor values : FlatMemory.views(parameters.tensors())) {
        parts.add(part(values.retain(), start));
        start += values.count();
      }
    }
  }

  private Part part(Tensor values, long start) {
    return new Part(
        values,
        start,
        state.stream().map(all -> all.narrow(0, start, values.count()).retain()).toList());
  }

  public Rule rule() {
    return rule;
  }

  /**
   * Updates the parameters once.
   *
   * @param gradients one for each parameter, of its shape and in its order
   */
  public void step(List<Tensor> gradients) {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      step(FlatMemory.join(gradients));
    }
  }

  /**
   * Updates the parameters once.
   *
   * @param gradient of all parameters in one vector, in their order; may be overwritten
   */
  public void step(Tensor gradient) {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      Tensor clipped = clipped(gradient);
      double rate = rateFactor * rule.learningRate() / (1 + rule.decay() * steps++);
      for (Part part : parts) {
        rule.update(part.values, part.of(clipped), part.state, rate, steps);
        if (limit != null) {
          part.values.copyFrom(part.values.clamp(-limit, limit));
        }
      }
    }
  }

  private Tensor clipped(Tensor gradient) {
    if (rule.clipNorm() != null) {
      return Clipping.toNorm(gradient, sizes, rule.clipNorm());
    }
    return rule.clipValue() == null
        ? gradient
        : gradient.clamp(-rule.clipValue(), rule.clipValue());
  }

  /** What a checkpoint must hold besides {@link #steps}: vectors, by name. */
  public Map<String, Tensor> state() {
    Map<String, Tensor> named = new LinkedHashMap<>();
    for (int i = 0; i < state.size(); i++) {
      named.put(rule.state().get(i), state.get(i));
    }
    return named;
  }

  /** Multiplies the rule's learning rate by this from now on; 1 at birth. */
  public void scaleLearningRate(double factor) {
    this.rateFactor = factor;
  }

  /** How many steps were made. */
  public long steps() {
    return steps;
  }

  /** Forgets all: the next step is as the first. */
  public void reset() {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      state.forEach(each -> each.fill(0));
    }
    steps = 0;
  }

  /** Goes on from a checkpoint whose {@link #state} was copied back. */
  public void resumeAt(long steps) {
    this.steps = steps;
  }

  @Override
  public void close() {
    state.forEach(Tensor::close);
    for (Part part : parts) {
      part.values.close();
      part.state.forEach(Tensor::close);
    }
  }
}
