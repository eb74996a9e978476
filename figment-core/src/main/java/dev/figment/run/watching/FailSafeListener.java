package dev.figment.run.watching;

import dev.figment.FigmentException;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener that draws: where a picture fails, a warning says so and the training goes on. */
record FailSafeListener(Listener drawing) implements Listener {
  private static final Logger LOG = LoggerFactory.getLogger(FailSafeListener.class);

  @Override
  public void onStart(Clock clock) {
    attempt(() -> drawing.onStart(clock));
  }

  @Override
  public void onStep(Clock clock) {
    attempt(() -> drawing.onStep(clock));
  }

  @Override
  public void onEnd(Clock clock) {
    attempt(() -> drawing.onEnd(clock));
  }

  private static void attempt(Runnable drawing) {
    try {
      drawing.run();
    } catch (FigmentException e) {
      LOG.warn("a picture is missing: {}", e.getMessage());
    }
  }
}
