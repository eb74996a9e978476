package dev.figment.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A convolution with few outputs and a large kernel, such as the last layer of a generator, by
 * matrix products: every pixel is multiplied by all of the kernel's positions at once, and the
 * products are shifted into place and added. The engine's convolutions pad so few outputs to a
 * whole vector register, and waste most of it: on 28×28×128 with one output and kernel 7 this takes
 * 0.4 of their time forward and 0.6 with gradients (benchmark {@code ThinConvolutionBenchmark}).
 */
final class ThinConvolution {
  private static final int MOST_OUTPUTS = 4;
  private static final int LEAST_KERNEL = 5;
  private static final long[] ONES = {1, 1};

  private ThinConvolution() {}

  /** Whether this way is the faster one. */
  static boolean suits(Tensor weight, int stride, Edges padding) {
    long kernel = Math.min(weight.size(2), weight.size(3));
    return stride == 1
        && weight.size(0) <= MOST_OUTPUTS
        && kernel >= LEAST_KERNEL
        && Math.max(padding.top(), padding.left()) < kernel;
  }

  /**
   * @param x (examples, inputs, height, width), channels last
   * @param weight (outputs, inputs, kernel, kernel)
   * @param padding even
   */
  static Tensor apply(Tensor x, Tensor weight, Edges padding) {
    long examples = x.size(0);
    long inputs = x.size(1);
    long height = x.size(2);
    long width = x.size(3);
    long[] kernel = {weight.size(2), weight.size(3)};
    long products = weight.size(0) * kernel[0] * kernel[1];
    Tensor pixels = x.permute(0, 2, 3, 1).reshape(examples, height * width, inputs);
    Tensor positions = torch.flip(weight, 2, 3).permute(0, 2, 3, 1).reshape(products, inputs);
    Tensor multiplied =
        positions.unsqueeze(0).expand(examples, products, inputs).bmm(pixels.transpose(1, 2));
    long[] size = {
      height + 2L * padding.top() - kernel[0] + 1, width + 2L * padding.left() - kernel[1] + 1
    };
    long[] around = {kernel[0] - 1 - padding.top(), kernel[1] - 1 - padding.left()};
    return torch.col2im(multiplied, size, kernel, ONES, around, ONES);
  }
}
