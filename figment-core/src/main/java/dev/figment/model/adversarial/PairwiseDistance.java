package dev.figment.model.adversarial;

import dev.figment.model.Losses;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Tensor;

/**
 * How far the examples of a batch lie apart: √(mean of ‖xᵢ − xⱼ‖² over all pairs i ≠ j), which is
 * √(2/(n − 1)·Σ‖xᵢ − x̄‖²). Where a generator has collapsed to one image, it is near 0.
 */
public final class PairwiseDistance {
  private PairwiseDistance() {}

  /** Adds {@code spread/real} and {@code spread/fake}. */
  public static Losses added(Losses losses, Tensor real, Tensor fake) {
    return losses.watching("spread/real", () -> of(real)).watching("spread/fake", () -> of(fake));
  }

  /**
   * @param examples the batch first
   * @return a scalar [], without a graph; 0 of a single example
   */
  public static Tensor of(Tensor examples) {
    try (Gradients.Paused paused = Gradients.pause()) {
      Tensor flat = examples.detached().reshape(examples.size(0), -1);
      Tensor apart = flat.minus(flat.mean(new long[] {0}, true));
      return apart.square().sum().times(2.0 / Math.max(1, examples.size(0) - 1)).sqrt();
    }
  }
}
