package dev.figment.train;

import dev.figment.UsageException;
import dev.figment.data.Batches;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.nn.Parameters;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that a training depends on from here: what a checkpoint holds. */
public record TrainingState(
    Model model,
    RandomStreams streams,
    Batches batches,
    Clock clock,
    Ticker ticker,
    Statistics statistics,
    Precision precision)
    implements AutoCloseable {

  /**
   * The state before the first step, in float32.
   *
   * @param tickSteps statistics are reported after each so-many-th step
   */
  public static TrainingState atStart(
      Model model, RandomStreams streams, Batches batches, Clock clock, int tickSteps) {
    TrainingState state =
        new TrainingState(
            model,
            streams,
            batches,
            clock,
            new Ticker(tickSteps),
            new Statistics(),
            Precision.FLOAT32);
    state.tensors(); // refuses what a checkpoint could not tell apart
    requireNames(model);
    return state;
  }

  /** The same with losses of that precision. */
  public TrainingState withPrecision(Precision precision) {
    return new TrainingState(model, streams, batches, clock, ticker, statistics, precision);
  }

  private static void requireNames(Model model) {
    model
        .state()
        .keySet()
        .forEach(
            name ->
                UsageException.require(
                    name.indexOf('.') > 0,
                    "state %s: expected a name of two words, as in generator.history",
                    name));
    weights(model);
  }

  @Override
  public void close() {
    statistics.close();
    model.close();
  }

  /** Each network's parameters: {@code generator.3.weight}. */
  static Map<String, Tensor> weights(Model model) {
    return Parameters.of(model.networks()).byName();
  }

  /**
   * The optimizers by the names of their phases; those that phases share, by the name of the first.
   *
   * @throws UsageException if two phases of one name have an optimizer each
   */
  Map<String, Optimizer> optimizers() {
    Map<String, Optimizer> optimizers = new LinkedHashMap<>();
    for (Phase phase : model.phases()) {
      if (!optimizers.containsValue(phase.optimizer())) {
        Optimizer other = optimizers.put(phase.name(), phase.optimizer());
        UsageException.require(
            other == null,
            "phase %s: expected phases of one name to share an optimizer, got two optimizers, one"
                + " of which a checkpoint would lose. Name one of the phases otherwise.",
            phase.name());
      }
    }
    return optimizers;
  }

  /** What optimizers remember, {@code generator.meanSquare}, and the model besides its weights. */
  Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>(model.state());
    optimizers()
        .forEach(
            (phase, optimizer) ->
                optimizer
                    .state()
                    .forEach((name, tensor) -> put(tensors, phase + "." + name, tensor)));
    return tensors;
  }

  private static void put(Map<String, Tensor> tensors, String name, Tensor tensor) {
    UsageException.require(
        tensors.putIfAbsent(name, tensor) == null,
        "state %s: expected each name once, got it of the model and of an optimizer. Name the"
            + " model's otherwise.",
        name);
  }
}
