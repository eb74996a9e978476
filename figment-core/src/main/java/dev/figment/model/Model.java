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
   * Tells where the training is, for what depends on its course: after each step, and with the same
   * position twice before the first one and where a checkpoint is opened, to go on or to be used.
   *
   * @param before where it was when it was last told
   * @param now where it is; one step further, or no further
   */
  default void advance(TrainingPosition before, TrainingPosition now) {}

  /**
   * What a checkpoint must hold besides the weights and the state of optimizers, by names of two
   * words: {@code generator.history}.
   */
  default Map<String, Tensor> state() {
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
