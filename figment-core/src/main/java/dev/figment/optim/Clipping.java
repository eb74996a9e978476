package dev.figment.optim;

import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Keeps gradients from growing too long. */
final class Clipping {
  private Clipping() {}

  /**
   * g·limit / max(‖g‖₂, limit) for each part by itself: shorter ones stay as they are. No wait for
   * the device.
   *
   * @param sizes of the parts, which follow each other in the vector
   */
  static Tensor toNorm(Tensor gradient, List<Long> sizes, double limit) {
    List<Tensor> parts = new ArrayList<>(sizes.size());
    long start = 0;
    for (long size : sizes) {
      parts.add(toNorm(gradient.narrow(0, start, size), limit));
      start += size;
    }
    return Tensor.concatenate(0, parts);
  }

  private static Tensor toNorm(Tensor gradient, double limit) {
    Tensor norm = gradient.square().sum().sqrt();
    return gradient.times(limit).dividedBy(norm.clamp(limit, Float.MAX_VALUE));
  }
}
