package dev.figment.train;

import dev.figment.metric.Validation;
import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.model.Phase;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;

/** Watches a training. Listeners are quick and never change its outcome. */
public interface Listener {
  /** One that does something at each tick, and nothing else. */
  static Listener ofTicks(Consumer<Tick> action) {
    return new Listener() {
      @Override
      public void onTick(Tick tick) {
        action.accept(tick);
      }
    };
  }

  /** Before the first step, or the first after a resume. */
  default void onStart(Clock clock) {}

  /**
   * Within each step, before a phase's parameters move.
   *
   * @param clock at the end of the step before
   * @param gradients one for each of the phase's parameters, in their order; closed with the step
   */
  default void onGradients(Clock clock, Phase phase, List<Tensor> gradients) {}

  /** After each step. */
  default void onStep(Clock clock) {}

  /** At each tick, with what was measured since the last. */
  default void onTick(Tick tick) {}

  /** When the model was tried on examples that it does not learn from. */
  default void onValidation(Clock clock, Validation result) {}

  /** When a GAN's discriminator was asked in evaluation mode, at a snapshot. */
  default void onAccuracy(Clock clock, DiscriminatorAccuracy accuracy) {}

  /** After the last step, or when training was stopped. */
  default void onEnd(Clock clock) {}
}
