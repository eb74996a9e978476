package dev.figment.model.gan;

import dev.figment.tensor.Gradients;
import dev.figment.tensor.Tensor;

/**
 * How far the examples of a batch lie apart: √(mean of ‖xᵢ − xⱼ‖² over all pairs i ≠ j), which is
 * √(2/(n − 1)·Σ‖xᵢ − x̄‖²). Where a generator has collapsed to one image, it is near 0.
 */
final class Spread {
  private Spread() {}

  /**
   * @param examples the batch first
   * @return a scalar [], without a graph; 0 of a single example
   */
  static Tensor of(Tensor examples) {
    try (Gradients.Paused paused = Gradients.pause()) {
      Tensor flat = examples.detached().reshape(examples.size(0), -1);
      Tensor apart = flat.minus(flat.mean(new long[] {0}, true));
      return apart.square().sum().times(2.0 / Math.max(1, examples.size(0) - 1)).sqrt();
    }
  }
}
