package dev.figment.model;

import dev.figment.nn.Parameters;
import dev.figment.optim.Optimizer;

/**
 * A part of a training step: a loss, the parameters that it moves, and what moves them.
 *
 * @param name as statistics call it: {@code discriminator}
 * @param every runs in each so-many-th step, from the first
 * @param times how often it then runs, each time after the first on a fresh batch
 * @param fresh whether the first time is on a fresh batch too, rather than the phase before's
 */
public record Phase(
    String name,
    int every,
    int times,
    boolean fresh,
    Objective objective,
    Parameters moves,
    Optimizer optimizer) {

  /** Runs once in each step. */
  public static Phase of(String name, Objective objective, Parameters moves, Optimizer optimizer) {
    return new Phase(name, 1, 1, false, objective, moves, optimizer);
  }

  public Phase times(int times) {
    return new Phase(name, every, times, fresh, objective, moves, optimizer);
  }

  /** The same on a batch of its own. */
  public Phase onFreshBatch() {
    return new Phase(name, every, times, true, objective, moves, optimizer);
  }

  /** How often it runs in this step, which counts from 0. */
  public int timesAt(long step) {
    return step % every == 0 ? times : 0;
  }
}
