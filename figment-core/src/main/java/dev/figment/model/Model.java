package dev.figment.model;

import dev.figment.nn.Network;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Networks plus the phases that train them. */
public interface Model extends AutoCloseable {
  /** What happens in one training step, in order. */
  List<Phase> phases();

  /** Everything with weights, each under its own name. */
  List<Network> networks();

  /**
   * Says where the training is, for what depends on its course: before the first step, after each,
   * and where a checkpoint is opened, to go on or to be used. Once more at the same moment changes
   * nothing.
   */
  default void at(TrainingPosition now) {}

  /**
   * Called after each step and before {@link #at}, for averages.
   *
   * @param now with the step at hand made
   * @param images how many real examples it used
   */
  default void afterStep(TrainingPosition now, int images) {}

  /**
   * What a checkpoint must hold besides the weights and what optimizers remember, by names of two
   * words: {@code generator.history}.
   */
  default Map<String, Tensor> memory() {
    return Map.of();
  }

  /** What it can do besides learning, in words: {@code sample and interpolate}. */
  default String abilities() {
    return Abilities.of(this);
  }

  @Override
  default void close() {
    networks().forEach(Network::close);
    phases().stream().map(Phase::optimizer).distinct().forEach(Optimizer::close);
  }
}
