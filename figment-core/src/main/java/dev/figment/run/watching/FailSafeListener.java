package dev.figment.run.watching;

import dev.figment.FigmentException;
import dev.figment.metric.Validation;
import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Tick;
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
  public void onTick(Tick tick) {
    attempt(() -> drawing.onTick(tick));
  }

  @Override
  public void onValidation(Clock clock, Validation result) {
    attempt(() -> drawing.onValidation(clock, result));
  }

  @Override
  public void onAccuracy(Clock clock, DiscriminatorAccuracy accuracy) {
    attempt(() -> drawing.onAccuracy(clock, accuracy));
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
