package dev.figment.train;

import dev.figment.model.Losses;
import dev.figment.model.Phase;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What phases report, averaged over a tick: losses and their terms of every step; what is only
 * watched, of every tenth, and of the first in a tick that tells it. Scalars stay on the device
 * while their step runs: the step waits for nothing. They are read in the step after it, at a tick,
 * or at a checkpoint, and a value that is not finite ends the training there.
 */
public final class Statistics implements AutoCloseable {
  private record Reported(String phase, String name, long step, Tensor scalar) {}

  private static final int WATCHED_EVERY = 10;

  private final Queue<Reported> pending = new ArrayDeque<>();
  private final Map<String, Mean> means = new TreeMap<>();

  /** A sum on its way to a mean; a checkpoint between two ticks holds it. */
  record Mean(double sum, long count) {
    Mean plus(double value) {
      return new Mean(sum + value, count + 1);
    }
  }

  /** Keeps a phase's losses of a step, which counts from 1, and measures what is due. */
  void record(Phase phase, long step, Losses losses) {
    keep(phase, "loss/" + phase.name(), step, losses.total().detached());
    losses.measured(name -> isDue(name, step)).forEach((name, x) -> keep(phase, name, step, x));
  }

  /**
   * The same of one number that is only watched.
   *
   * @param scalar asked, if at all, at once
   */
  void watch(Phase phase, long step, String name, Supplier<Tensor> scalar) {
    if (isDue(name, step)) {
      try (Gradients.Paused paused = Gradients.pause()) {
        keep(phase, name, step, scalar.get());
      }
    }
  }

  private boolean isDue(String name, long step) {
    boolean isKnown =
        means.containsKey(name)
            || pending.stream().anyMatch(each -> each.step < step && each.name.equals(name));
    return !isKnown || step % WATCHED_EVERY == 0;
  }

  private void keep(Phase phase, String name, long step, Tensor scalar) {
    pending.add(new Reported(phase.name(), name, step, scalar.retain()));
  }

  /**
   * Reads all that is pending.
   *
   * @throws DivergedException at the first value that is not finite
   */
  public void drain() {
    drainBefore(Long.MAX_VALUE);
  }

  /**
   * Reads what is pending of steps before one: their values are there already, so that reading them
   * waits for nothing.
   *
   * @throws DivergedException at the first value that is not finite
   */
  void drainBefore(long step) {
    try {
      while (!pending.isEmpty() && pending.peek().step < step) {
        read(pending.remove());
      }
    } catch (DivergedException e) {
      close();
      throw e;
    }
  }

  private void read(Reported each) {
    try (Tensor scalar = each.scalar) {
      double value = scalar.item();
      if (!Double.isFinite(value)) {
        throw new DivergedException(each.name, each.phase, each.step, value);
      }
      means.put(each.name, means.getOrDefault(each.name, new Mean(0, 0)).plus(value));
    }
  }

  /** The means since the last call, by name. */
  Map<String, Double> take() {
    drain();
    Map<String, Double> values = new TreeMap<>();
    means.forEach((name, mean) -> values.put(name, mean.sum / mean.count));
    means.clear();
    return values;
  }

  /** What was read since the last tick. */
  Map<String, Mean> unreported() {
    return new TreeMap<>(means);
  }

  void restore(Map<String, Mean> unreported) {
    means.clear();
    means.putAll(unreported);
  }

  @Override
  public void close() {
    pending.forEach(each -> each.scalar.close());
    pending.clear();
  }
}
