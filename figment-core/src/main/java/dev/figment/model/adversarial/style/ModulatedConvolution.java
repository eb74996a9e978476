package dev.figment.model.adversarial.style;

import dev.figment.tensor.Convolution;
import dev.figment.tensor.Edges;
import dev.figment.tensor.Tensor;

/**
 * A convolution whose weights each example scales by a style of its own: w′ᵢⱼₖ = sᵢ·wᵢⱼₖ, for input
 * i, output j and position k, and with demodulation w″ᵢⱼₖ = w′ᵢⱼₖ/√(Σᵢₖ w′ᵢⱼₖ² + 1e-8).
 *
 * <p>Scaling inputs before and outputs after one convolution is the same: no example needs weights
 * of its own, so the whole batch goes through the engine's fast path at once.
 *
 * @see <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, eq. 1 and 3</a> (no
 *     difference)
 */
final class ModulatedConvolution {
  private static final double EPSILON = 1e-8;

  private ModulatedConvolution() {}

  /**
   * @param x (examples, inputs, height, width)
   * @param weight (outputs, inputs, kernel, kernel), the kernel odd
   * @param style s (examples, inputs)
   * @return (examples, outputs, height, width)
   */
  static Tensor of(Tensor x, Tensor weight, Tensor style) {
    return plain(x.times(spread(style)), weight);
  }

  /** The convolution alone, which keeps the image's size. */
  static Tensor plain(Tensor x, Tensor weight) {
    int margin = (int) weight.size(2) / 2;
    return Convolution.apply(x, weight, null, 1, new Edges(margin, margin, margin, margin));
  }

  /** The same with each output brought to the size that it has of inputs of size 1. */
  static Tensor demodulated(Tensor x, Tensor weight, Tensor style) {
    Tensor squares = weight.square().sum(new long[] {2, 3}, false);
    Tensor lengths = style.square().linear(squares, null).plus(EPSILON).sqrt();
    return of(x, weight, style).times(spread(lengths.reciprocal()));
  }

  private static Tensor spread(Tensor perChannel) {
    return perChannel.reshape(perChannel.size(0), perChannel.size(1), 1, 1);
  }
}
