package dev.figment.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A convolution with few outputs, such as the last layer of a generator: each column of its kernel
 * is a convolution of its own, all of which are one with {@code outputs · kernel width} outputs,
 * and their results are shifted into place and added. The engine's convolutions pad so few outputs
 * to a whole vector register, and waste most of it: on 28×28×128 with one output and kernel 7 this
 * takes 0.2 of their time forward and 0.3 with gradients (benchmark {@code
 * ThinConvolutionBenchmark}). Results are added in float32, whatever they were multiplied in.
 */
final class ThinConvolution {
  private static final int MOST_OUTPUTS = 4;
  private static final int LEAST_KERNEL = 5;
  private static final int LEAST_OF_ONE = 3;
  private static final long[] ONES = {1, 1};

  private ThinConvolution() {}

  /** Whether this way is the faster one. */
  static boolean suits(Tensor weight, int stride, Edges padding) {
    int least = weight.size(0) == 1 ? LEAST_OF_ONE : LEAST_KERNEL;
    return stride == 1
        && weight.size(0) <= MOST_OUTPUTS
        && Math.min(weight.size(2), weight.size(3)) >= least
        && padding.left() < weight.size(3);
  }

  /**
   * @param x (examples, inputs, height, width), channels last
   * @param weight (outputs, inputs, kernel height, kernel width)
   * @param padding even
   */
  static Tensor apply(Tensor x, Tensor weight, Edges padding) {
    long[] kernel = {weight.size(2), weight.size(3)};
    long columns = weight.size(0) * kernel[1];
    Tensor column =
        torch.flip(weight, 3).permute(0, 3, 1, 2).reshape(columns, weight.size(1), kernel[0], 1);
    long[] rows = {padding.top(), 0};
    Tensor products = torch.conv2d(x, column, new TensorOptional(), ONES, rows, ONES, 1);
    long height = products.size(2);
    long width = products.size(3);
    return torch.col2im(
        products.to(ScalarType.Float).reshape(products.size(0), columns, height * width),
        new long[] {height, width + 2L * padding.left() - kernel[1] + 1},
        new long[] {1, kernel[1]},
        ONES,
        new long[] {0, kernel[1] - 1 - padding.left()},
        ONES);
  }

  /** Whether the transpose is faster as the products of every pixel with the whole kernel. */
  static boolean suitsTransposed(Tensor weight) {
    return weight.size(1) == 1;
  }

  /**
   * @param x (examples, inputs, height, width), channels last
   * @param weight (inputs, outputs, kernel height, kernel width)
   * @param padding what is taken from the full result on either side: rows, columns
   */
  static Tensor transposed(Tensor x, Tensor weight, long stride, long[] padding) {
    long[] kernel = {weight.size(2), weight.size(3)};
    long positions = weight.size(1) * kernel[0] * kernel[1];
    Tensor each = weight.permute(1, 2, 3, 0).reshape(positions, weight.size(0), 1, 1);
    Tensor products = torch.conv2d(x, each);
    long[] size = {
      (x.size(2) - 1) * stride + kernel[0] - 2 * padding[0],
      (x.size(3) - 1) * stride + kernel[1] - 2 * padding[1]
    };
    return torch.col2im(
        products.to(ScalarType.Float).reshape(x.size(0), positions, x.size(2) * x.size(3)),
        size,
        kernel,
        ONES,
        padding,
        new long[] {stride, stride});
  }
}
