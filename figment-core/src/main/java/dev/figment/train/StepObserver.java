package dev.figment.train;

import dev.figment.model.Model;
import dev.figment.model.Phase;

/** Told of the parts of each training step as they begin: for a profile. It changes no number. */
public interface StepObserver {
  /** Looks away. */
  StepObserver NONE = new StepObserver() {};

  /**
   * Before a step.
   *
   * @param step counts from 1
   */
  default void onStepStart(Model model, long step) {}

  /** A phase begins, with its {@linkplain StepPart#LOSS loss}. */
  default void onPhaseStart(Phase phase) {}

  /** Another part begins, within a phase or between two. */
  default void onPart(StepPart part) {}

  /** A phase has ended, and the memory of its tensors is free. */
  default void onPhaseEnd() {}

  /** After a step; listeners come next. */
  default void onStepEnd() {}
}
