package dev.figment.train;

import dev.figment.data.Batch;
import dev.figment.data.Batches;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * The training loop: for each phase that is due, loss, gradients of that phase's parameters,
 * optimizer. It knows no model in particular.
 */
public final class Trainer implements AutoCloseable {
  private final Model model;
  private final Batches batches;
  private final Clock clock;
  private final Ticker ticker;
  private final List<Listener> listeners;
  private final Statistics statistics = new Statistics();
  private volatile boolean stopping;

  /**
   * @param ticker decides when statistics are reported
   */
  public Trainer(
      Model model, Batches batches, Clock clock, Ticker ticker, List<Listener> listeners) {
    this.model = model;
    this.batches = batches;
    this.clock = clock;
    this.ticker = ticker;
    this.listeners = listeners;
  }

  /** Trains until the clock or {@link #stop} ends it. */
  public void run() {
    ticker.start(clock);
    listeners.forEach(listener -> listener.onStart(clock));
    while (!clock.isFinished() && !stopping) {
      step();
      report();
    }
    statistics.drain();
    listeners.forEach(listener -> listener.onEnd(clock));
  }

  private void step() {
    long shown = 0;
    try (Scope step = Scope.open()) {
      Batch batch = null;
      for (Phase phase : model.phases()) {
        for (int i = 0; i < phase.timesAt(clock.step()); i++) {
          if (batch == null || phase.fresh() || i > 0) {
            batch = batches.next();
            shown += batch.size();
          }
          run(phase, batch);
        }
      }
    }
    model.afterStep((int) shown);
    clock.advance(shown);
  }

  private void run(Phase phase, Batch batch) {
    try (Scope scope = Scope.open()) {
      Losses losses = phase.objective().of(batch);
      List<Tensor> gradients = Gradients.of(losses.total(), phase.moves().tensors());
      phase.optimizer().step(gradients);
      statistics.record(phase, clock.step() + 1, losses);
    }
  }

  private void report() {
    if (ticker.isDue(clock)) {
      Tick tick = ticker.tick(clock, statistics.take());
      listeners.forEach(listener -> listener.onTick(tick));
    }
    listeners.forEach(listener -> listener.onStep(clock));
  }

  /** Reads what phases reported, so that a divergence is known now and not at the next tick. */
  public void requireFinite() {
    statistics.drain();
  }

  /** Ends training after the step at hand; from any thread. */
  public void stop() {
    stopping = true;
  }

  @Override
  public void close() {
    statistics.close();
    model.close();
  }
}
