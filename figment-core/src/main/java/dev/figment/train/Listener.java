package dev.figment.train;

/** Watches a training. Listeners are quick and never change its outcome. */
public interface Listener {
  /** Before the first step, or the first after a resume. */
  default void onStart(Clock clock) {}

  /** After each step. */
  default void onStep(Clock clock) {}

  /** At each tick, with what was measured since the last. */
  default void onTick(Tick tick) {}

  /** After the last step, or when training was stopped. */
  default void onEnd(Clock clock) {}
}
