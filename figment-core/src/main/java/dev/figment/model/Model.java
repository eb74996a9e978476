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
   * Called before each step, and the same after a resume, for what depends on the course of the
   * training.
   */
  default void beforeStep(Moment now) {}

  /**
   * Called after each step, for averages.
   *
   * @param imagesShown how many real examples the step used
   */
  default void afterStep(int imagesShown) {}

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
