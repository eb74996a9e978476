package dev.figment.optim;

import dev.figment.UsageException;
import dev.figment.nn.Parameters;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Rule} at work on given parameters. All gradients are joined to one vector, and what the
 * rule remembers is one vector each, so that a step is a handful of engine calls however many
 * parameters there are.
 */
public final class Optimizer implements AutoCloseable {
  private final Rule rule;
  private final List<Tensor> parameters;
  private final @Nullable Double limit;
  private final List<Tensor> state = new ArrayList<>();
  private long steps;

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
    this.parameters = parameters.tensors();
    try (Scope scope = Scope.open()) {
      for (int i = 0; i < rule.state().size(); i++) {
        state.add(Tensor.zeros(parameters.count()).to(this.parameters.get(0).device()).retain());
      }
    }
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
      double rate = rule.learningRate() / (1 + rule.decay() * steps++);
      spread(rule.update(joined(gradients), state, rate, steps));
    }
  }

  private Tensor joined(List<Tensor> gradients) {
    List<Tensor> flat = new ArrayList<>(gradients.size());
    for (Tensor gradient : gradients) {
      flat.add(clipped(gradient.reshape(-1)));
    }
    Tensor joined = Tensor.concatenate(0, flat);
    return rule.clipValue() == null ? joined : joined.clamp(-rule.clipValue(), rule.clipValue());
  }

  private Tensor clipped(Tensor gradient) {
    return rule.clipNorm() == null ? gradient : Clipping.toNorm(gradient, rule.clipNorm());
  }

  private void spread(Tensor update) {
    long count = parameters.stream().mapToLong(Tensor::count).sum();
    UsageException.require(
        update.count() == count,
        "%s: expected an update of %d numbers, one for each parameter, got %s",
        rule.getClass().getSimpleName(),
        count,
        update);
    long start = 0;
    for (Tensor parameter : parameters) {
      parameter.add(update.narrow(0, start, parameter.count()).reshape(parameter.shape()), 1);
      start += parameter.count();
      if (limit != null) {
        parameter.copyFrom(parameter.clamp(-limit, limit));
      }
    }
  }

  /** What a checkpoint must hold besides {@link #steps}: vectors, by name. */
  public Map<String, Tensor> state() {
    Map<String, Tensor> named = new LinkedHashMap<>();
    for (int i = 0; i < state.size(); i++) {
      named.put(rule.state().get(i), state.get(i));
    }
    return named;
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
  }
}
