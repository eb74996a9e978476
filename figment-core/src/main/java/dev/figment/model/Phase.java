package dev.figment.model;

import dev.figment.UsageException;
import dev.figment.nn.Parameters;
import dev.figment.optim.Optimizer;
import dev.figment.optim.Rule;

/**
 * A part of a training step: a loss, the parameters that it updates, and the optimizer that updates
 * them.
 *
 * @param name as statistics call it: {@code discriminator}
 * @param every k: it runs in every k-th step, from the first
 * @param times how often it then runs, each time after the first on a fresh batch
 * @param fresh whether the first time is on a fresh batch too, rather than the phase before's
 * @param from the epoch with which it begins
 * @param until the epoch before which it ends
 */
public record Phase(
    String name,
    int every,
    int times,
    boolean fresh,
    double from,
    double until,
    Objective objective,
    Parameters parameters,
    Optimizer optimizer) {

  /**
   * @throws UsageException if it would never run
   */
  public Phase {
    UsageException.require(every >= 1, "phase %s: every must be at least 1, got %d", name, every);
    UsageException.require(times >= 1, "phase %s: times must be at least 1, got %d", name, times);
  }

  /** Runs once in each step. */
  public static Phase of(
      String name, Objective objective, Parameters parameters, Optimizer optimizer) {
    return new Phase(
        name, 1, 1, false, 0, Double.POSITIVE_INFINITY, objective, parameters, optimizer);
  }

  /** The same with an optimizer of its own. */
  public static Phase of(String name, Objective objective, Parameters parameters, Rule rule) {
    return of(name, objective, parameters, new Optimizer(rule, parameters));
  }

  /** The same in every k-th step only. */
  public Phase every(int every) {
    return new Phase(name, every, times, fresh, from, until, objective, parameters, optimizer);
  }

  public Phase times(int times) {
    return new Phase(name, every, times, fresh, from, until, objective, parameters, optimizer);
  }

  /** The same on a batch of its own. */
  public Phase onFreshBatch() {
    return new Phase(name, every, times, true, from, until, objective, parameters, optimizer);
  }

  /** The same in a part of the training only, in epochs: from the first, before the second. */
  public Phase during(double from, double until) {
    return new Phase(name, every, times, fresh, from, until, objective, parameters, optimizer);
  }

  /** How often it runs in the step that comes next. */
  public int timesAt(TrainingPosition now) {
    boolean isOn = now.epoch() >= from && now.epoch() < until;
    return isOn && now.step() % every == 0 ? times : 0;
  }
}
