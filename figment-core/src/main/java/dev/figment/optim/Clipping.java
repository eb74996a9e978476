package dev.figment.optim;

import dev.figment.tensor.Tensor;

/** Keeps gradients from growing too long. */
final class Clipping {
  private Clipping() {}

  /** g·limit / max(‖g‖₂, limit): shorter gradients stay as they are. No wait for the device. */
  static Tensor toNorm(Tensor gradient, double limit) {
    Tensor norm = gradient.square().sum().sqrt();
    return gradient.times(limit).dividedBy(norm.clamp(limit, Float.MAX_VALUE));
  }
}
