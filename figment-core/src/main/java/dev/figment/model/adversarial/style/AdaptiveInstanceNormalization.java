package dev.figment.model.adversarial.style;

import dev.figment.tensor.Tensor;

/**
 * s·(x − mean)/√(variance + 1e-8) + b, with mean and population variance over each channel of each
 * example, so that nothing of a channel's size is left but what the style says.
 *
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019, eq. 1</a> (no difference)
 */
final class AdaptiveInstanceNormalization {
  private static final double EPSILON = 1e-8;
  private static final long[] PIXELS = {2, 3};

  private AdaptiveInstanceNormalization() {}

  /**
   * @param x (examples, channels, height, width)
   * @param scaleAndShift s, then b, side by side (examples, 2·channels)
   */
  static Tensor of(Tensor x, Tensor scaleAndShift) {
    long channels = x.size(1);
    Tensor exact = x.toFloats();
    Tensor centered = exact.minus(exact.mean(PIXELS, true));
    Tensor deviation = centered.square().mean(PIXELS, true).plus(EPSILON).sqrt();
    Tensor scale = scaleAndShift.narrow(1, 0, channels).reshape(-1, channels, 1, 1);
    Tensor shift = scaleAndShift.narrow(1, channels, channels).reshape(-1, channels, 1, 1);
    return centered.times(scale.dividedBy(deviation)).plus(shift);
  }
}
