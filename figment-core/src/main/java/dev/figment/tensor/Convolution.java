package dev.figment.tensor;

import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions on image batches (examples, channels, height, width), channels last in memory. The
 * engine pads evenly on both sides; uneven padding and cropping, as Keras's {@code same} asks for,
 * are added around it.
 */
public final class Convolution {
  private static final long[] ONES = {1, 1};
  private static final long[] ZEROS = {0, 0};

  private Convolution() {}

  /**
   * Cross-correlation with zero padding.
   *
   * @param weight (outputs, inputs, kernel height, kernel width)
   * @param bias (outputs), or null
   */
  public static Tensor apply(
      Tensor x, Tensor weight, @Nullable Tensor bias, int stride, Edges padding) {
    if (!padding.isEven()) {
      Edges even = padding.even();
      return apply(padding.minus(even).pad(x, 0), weight, bias, stride, even);
    }
    if (ThinConvolution.suits(weight.nativeTensor(), stride, padding)) {
      return thin(x, weight, bias, padding);
    }
    long[] even = {padding.top(), padding.left()};
    return Engine.call(
        "conv2d",
        () ->
            torch.conv2d(
                channelsLast(x.nativeTensor()),
                weight.nativeTensor(),
                Engine.optional(bias),
                new long[] {stride, stride},
                even,
                ONES,
                1),
        x,
        weight,
        bias);
  }

  /**
   * Images of one channel lie in both orders at once, and their strides say which one the engine
   * takes for its result: with another than the step to the next channel, which is none, it would
   * be channels first from here to the end of the network.
   */
  private static org.bytedeco.pytorch.Tensor channelsLast(org.bytedeco.pytorch.Tensor x) {
    return x.size(1) > 1 || x.stride(1) == 1
        ? x
        : x.reshape(x.size(0), x.size(2), x.size(3), 1).permute(0, 3, 1, 2);
  }

  private static Tensor thin(Tensor x, Tensor weight, @Nullable Tensor bias, Edges padding) {
    Tensor sums =
        Engine.call(
            "conv2d",
            () -> ThinConvolution.apply(x.nativeTensor(), weight.nativeTensor(), padding),
            x,
            weight);
    return withBias(sums, bias).channelsLast();
  }

  /** In place: a convolution's gradients do not need its result. */
  private static Tensor withBias(Tensor x, @Nullable Tensor bias) {
    return bias == null ? x : x.add(bias.reshape(1, -1, 1, 1), 1);
  }

  /**
   * The transpose of a convolution: its full result, cropped; a negative crop appends zeros.
   *
   * @param weight (inputs, outputs, kernel height, kernel width)
   * @param bias (outputs), or null
   */
  public static Tensor transposed(
      Tensor x, Tensor weight, @Nullable Tensor bias, int stride, Edges crop) {
    Edges even = crop.even();
    Edges rest = crop.minus(even);
    Tensor sums = transposed(x, weight, stride, new long[] {even.top(), even.left()});
    return withBias(rest.equals(Edges.NONE) ? sums : rest.negated().pad(sums, 0), bias);
  }

  /** Without the bias: the engine's own gradient of it takes nearly as long as the weight's. */
  private static Tensor transposed(Tensor x, Tensor weight, int stride, long[] padding) {
    if (ThinConvolution.suitsTransposed(weight.nativeTensor())) {
      return Engine.call(
              "conv2dTranspose",
              () ->
                  ThinConvolution.transposed(
                      x.nativeTensor(), weight.nativeTensor(), stride, padding),
              x,
              weight)
          .channelsLast();
    }
    return Engine.call(
        "conv2dTranspose",
        () ->
            torch.conv_transpose2d(
                x.nativeTensor(),
                weight.nativeTensor(),
                Engine.optional(null),
                new long[] {stride, stride},
                padding,
                ZEROS,
                1,
                ONES),
        x,
        weight);
  }
}
