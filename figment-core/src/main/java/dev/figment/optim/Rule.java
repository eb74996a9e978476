package dev.figment.optim;

import dev.figment.catalogue.Kind;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An update rule as a record: what a recipe writes under {@code optimizer}. */
@Kind("optimizer")
public interface Rule {
  double learningRate();

  /** Time decay: step t (from 0) uses learningRate / (1 + decay·t). */
  double decay();

  /** Each gradient value is cut to ±this; null for no limit. */
  @Nullable Double clipValue();

  /** Each parameter's gradient is scaled down to this Euclidean norm; null for no limit. */
  @Nullable Double clipNorm();

  /** The names of the vectors that the rule remembers, all zero at first. */
  List<String> state();

  /**
   * How far the parameters move, as a vector to be added to them.
   *
   * @param gradient all gradients in one vector; may be overwritten
   * @param state the vectors of {@link #state()}, which this updates
   * @param rate the learning rate after decay
   * @param step counts from 1
   */
  Tensor update(Tensor gradient, List<Tensor> state, double rate, long step);
}
