package dev.figment.train;

import dev.figment.UsageException;
import dev.figment.data.Batch;
import dev.figment.data.Batches;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.model.TrainingPosition;
import dev.figment.tensor.Autocast;
import dev.figment.tensor.FlatMemory;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The training loop: for each phase that is due, loss, gradients of that phase's parameters,
 * optimizer. It knows no model in particular.
 */
public final class Trainer {
  private final Model model;
  private final Batches batches;
  private final Clock clock;
  private final Ticker ticker;
  private final Statistics statistics;
  private final List<Listener> listeners;
  private final StepObserver observer;
  private final Precision precision;
  private volatile boolean stopping;

  /**
   * @param state where training begins or goes on; closed by its owner
   * @param listeners are called in this order
   */
  public Trainer(TrainingState state, List<Listener> listeners) {
    this(state, listeners, StepObserver.NONE);
  }

  /**
   * @param observer is told of the parts of each step
   */
  public Trainer(TrainingState state, List<Listener> listeners, StepObserver observer) {
    this.model = state.model();
    this.batches = state.batches();
    this.clock = state.clock();
    this.ticker = state.ticker();
    this.statistics = state.statistics();
    this.precision = state.precision();
    this.listeners = List.copyOf(listeners);
    this.observer = observer;
  }

  /**
   * Trains until the clock or {@link #stop} ends it.
   *
   * @throws DivergedException where a loss or a weight is not finite
   */
  public void run() {
    try {
      train();
    } catch (DivergedException e) {
      throw e.naming(TrainingState.weights(model));
    }
  }

  private void train() {
    model.advance(clock.position(), clock.position());
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
    long images = 0;
    TrainingPosition before = clock.position();
    observer.onStepStart(model, before.step() + 1);
    try (Scope step = Scope.open()) {
      List<Batch> parts = List.of();
      for (Phase phase : model.phases()) {
        for (int i = 0; i < phase.timesAt(before); i++) {
          if (parts.isEmpty() || phase.fresh() || i > 0) {
            observer.onPart(StepPart.DATA);
            parts = next();
            images += parts.stream().mapToLong(Batch::size).sum();
          }
          run(phase, parts);
        }
      }
    }
    observer.onPart(StepPart.STATISTICS);
    statistics.drainBefore(clock.step() + 1);
    clock.advance(images);
    observer.onPart(StepPart.ADVANCE);
    model.advance(before, clock.position());
    observer.onStepEnd();
  }

  /** The batches of an update. */
  private List<Batch> next() {
    List<Batch> parts = new ArrayList<>();
    for (int i = 0; i < clock.length().accumulate(); i++) {
      parts.add(batches.next());
    }
    return parts;
  }

  private void run(Phase phase, List<Batch> parts) {
    observer.onPhaseStart(phase);
    try (Scope scope = Scope.open()) {
      List<Tensor> gradients =
          parts.size() == 1 ? gradients(phase, parts.get(0)) : meanGradients(phase, parts);
      observer.onPart(StepPart.OPTIMIZER);
      Tensor gradient = FlatMemory.join(gradients);
      observer.onPart(StepPart.STATISTICS);
      statistics.watch(
          phase,
          clock.step() + 1,
          "gradients/" + phase.name(),
          () -> gradient.norm(new long[] {0}, false));
      listeners.forEach(listener -> listener.onGradients(clock, phase, gradients));
      observer.onPart(StepPart.OPTIMIZER);
      phase.optimizer().step(gradient);
      observer.onPart(StepPart.REST);
    }
    observer.onPhaseEnd();
  }

  private List<Tensor> gradients(Phase phase, Batch batch) {
    Losses losses = losses(phase, batch);
    requireScalar(phase, losses.total());
    observer.onPart(StepPart.GRADIENTS);
    List<Tensor> gradients = Gradients.of(losses.total(), phase.parameters().tensors());
    observer.onPart(StepPart.STATISTICS);
    statistics.record(phase, clock.step() + 1, losses);
    return gradients;
  }

  /** One batch after the other: the graph of one is gone before the next. */
  private List<Tensor> meanGradients(Phase phase, List<Batch> parts) {
    List<Tensor> parameters = phase.parameters().tensors();
    List<Tensor> means = parameters.stream().map(Tensor::zerosLike).toList();
    for (Batch part : parts) {
      observer.onPart(StepPart.LOSS);
      try (Scope scope = Scope.open()) {
        List<Tensor> gradients = gradients(phase, part);
        for (int i = 0; i < means.size(); i++) {
          means.get(i).add(gradients.get(i), 1.0 / parts.size());
        }
      }
    }
    return means;
  }

  private Losses losses(Phase phase, Batch batch) {
    try (Autocast autocast = precision.autocast()) {
      return phase.objective().of(batch);
    }
  }

  private static void requireScalar(Phase phase, Tensor loss) {
    UsageException.require(
        loss.count() == 1,
        "phase %s: expected a loss of one number, got %s. Take its mean or its sum.",
        phase.name(),
        loss);
  }

  private void report() {
    if (ticker.isDue(clock)) {
      Tick tick = ticker.tick(clock, statistics.take());
      listeners.forEach(listener -> listener.onTick(tick));
    }
    listeners.forEach(listener -> listener.onStep(clock));
  }

  /** Ends training after the step at hand; from any thread. */
  public void stop() {
    stopping = true;
  }
}
