package dev.figment.loss;

import dev.figment.tensor.Tensor;

/**
 * −[t·log σ(x) + (1 − t)·log(1 − σ(x))], averaged over all values; computed from logits as
 * softplus(x) − t·x, which cannot overflow.
 */
public final class BinaryCrossEntropy {
  private BinaryCrossEntropy() {}

  /**
   * @param logits x, any shape
   * @param targets t of the same shape, mostly in [0, 1]; beyond it the loss has no lower bound
   * @return a scalar []
   */
  public static Tensor of(Tensor logits, Tensor targets) {
    return logits.softplus().minus(targets.times(logits)).mean();
  }
}
