package dev.figment.train;

import dev.figment.data.Batches;
import dev.figment.optim.Optimizer;

/**
 * What is different after a training diverged and went back to its last checkpoint: each time all
 * learning rates are half of what they were, and the rest of the data comes in another order. How
 * often it happened is part of every later checkpoint.
 */
public final class RollBack {
  /** How often a training goes back before it ends. */
  public static final int MOST = 3;

  private RollBack() {}

  /** What learning rates are multiplied by after so many. */
  public static double learningRateFactor(int times) {
    return Math.pow(0.5, times);
  }

  /**
   * Puts a training where it is after so many.
   *
   * @param times since its first step, at most {@link #MOST}; 0 for none
   */
  public static void apply(TrainingState state, int times) {
    Clock clock = state.clock();
    Batches batches = state.batches();
    clock.rolledBack(times);
    batches.reorder(times);
    for (Optimizer each : state.optimizers().values()) {
      each.scaleLearningRate(learningRateFactor(times));
    }
  }
}
