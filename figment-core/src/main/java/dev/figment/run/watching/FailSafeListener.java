package dev.figment.run.watching;

import dev.figment.FigmentException;
import dev.figment.metric.Validation;
import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.model.Phase;
import dev.figment.tensor.Tensor;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Tick;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A listener whose files can be done without: where one fails, a warning says so, each once, and
 * the training goes on.
 */
final class FailSafeListener implements Listener {
  private final Listener listener;
  private final String loss;
  private final Consumer<String> warnings;
  private final Set<String> said = new HashSet<>();

  /**
   * @param loss what it is that failed, for the warning: {@code a picture is missing}
   * @param warnings is given each
   */
  FailSafeListener(Listener listener, String loss, Consumer<String> warnings) {
    this.listener = listener;
    this.loss = loss;
    this.warnings = warnings;
  }

  @Override
  public void onStart(Clock clock) {
    attempt(() -> listener.onStart(clock));
  }

  @Override
  public void onGradients(Clock clock, Phase phase, List<Tensor> gradients) {
    attempt(() -> listener.onGradients(clock, phase, gradients));
  }

  @Override
  public void onStep(Clock clock) {
    attempt(() -> listener.onStep(clock));
  }

  @Override
  public void onTick(Tick tick) {
    attempt(() -> listener.onTick(tick));
  }

  @Override
  public void onValidation(Clock clock, Validation result) {
    attempt(() -> listener.onValidation(clock, result));
  }

  @Override
  public void onAccuracy(Clock clock, DiscriminatorAccuracy accuracy) {
    attempt(() -> listener.onAccuracy(clock, accuracy));
  }

  @Override
  public void onEnd(Clock clock) {
    attempt(() -> listener.onEnd(clock));
  }

  private void attempt(Runnable action) {
    try {
      action.run();
    } catch (FigmentException e) {
      String warning = "%s: %s".formatted(loss, e.getMessage());
      if (said.add(warning)) {
        warnings.accept(warning);
      }
    }
  }
}
