package dev.figment.loss;

import dev.figment.tensor.Tensor;

/** (x − t)², averaged over all values. */
public final class MeanSquaredError {
  private MeanSquaredError() {}

  /**
   * @return a scalar []
   */
  public static Tensor of(Tensor values, Tensor targets) {
    return values.minus(targets).square().mean();
  }
}
