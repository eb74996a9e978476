package dev.figment.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The product of a large dense layer as a convolution of kernel 1 on one image whose pixels are the
 * examples: the engine's convolutions have all threads, its products of matrices one. 128 examples
 * of 1,568 values to 512 take 0.6 of the time with both gradients, 4,096 of 150 to 784 0.5; fewer
 * than 128 take as long or longer.
 */
final class LargeProduct {
  private static final long[] ONES = {1, 1};
  private static final long[] NONE = {0, 0};
  private static final int FEWEST_ROWS = 128;
  private static final long FEWEST_MULTIPLICATIONS = 25_000_000;

  private LargeProduct() {}

  /** Whether this way is the faster one. */
  static boolean suits(Tensor x, Tensor weight) {
    return x.dim() == 2
        && x.is_cpu()
        && x.size(0) >= FEWEST_ROWS
        && x.size(0) * weight.numel() >= FEWEST_MULTIPLICATIONS;
  }

  /**
   * @param x (examples, inputs)
   * @param weight (outputs, inputs)
   * @param bias (outputs), or none
   * @return (examples, outputs)
   */
  static Tensor linear(Tensor x, Tensor weight, TensorOptional bias) {
    long examples = x.size(0);
    long inputs = x.size(1);
    long outputs = weight.size(0);
    Tensor image = x.reshape(1, examples, 1, inputs).permute(0, 3, 1, 2);
    Tensor kernels = weight.reshape(outputs, 1, 1, inputs).permute(0, 3, 1, 2);
    return torch
        .conv2d(image, kernels, bias, ONES, NONE, ONES, 1)
        .permute(0, 2, 3, 1)
        .reshape(examples, outputs);
  }
}
