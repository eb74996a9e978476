package dev.figment.optim;

import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** An update rule as a record: what a recipe writes under {@code optimizer}. */
public interface Rule {
  /** By the names that recipes use. */
  Map<String, Class<? extends Rule>> KINDS =
      Map.of(
          "sgd", Sgd.class,
          "momentum", Momentum.class,
          "rmsprop", RmsProp.class,
          "adam", Adam.class);

  double learningRate();

  /** Time decay: step t (from 0) uses learningRate / (1 + decay·t). */
  double decay();

  /** Each gradient value is cut to ±this; null for no limit. */
  Double clipValue();

  /** Each parameter's gradient is scaled down to this Euclidean norm; null for no limit. */
  Double clipNorm();

  /** The names of the vectors that the rule remembers, all zero at first. */
  List<String> memory();

  /**
   * How far the parameters move, as a vector to be added to them.
   *
   * @param gradient all gradients in one vector; may be overwritten
   * @param memory the vectors of {@link #memory}, which this updates
   * @param rate the learning rate after decay
   * @param step counts from 1
   */
  Tensor move(Tensor gradient, List<Tensor> memory, double rate, long step);
}
