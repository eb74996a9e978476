package dev.figment.tensor;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.global.torch;

/** Makes image batches (examples, channels, height, width) smaller or larger. */
public final class Pooling {
  private static final long[] ZEROS = {0, 0};

  private Pooling() {}

  /** The largest value of each window; padding never wins. */
  public static Tensor maximum(Tensor x, int pool, int stride, Edges padding) {
    Tensor padded = padding.equals(Edges.NONE) ? x : padding.pad(x, Double.NEGATIVE_INFINITY);
    long[] strides = {stride, stride};
    return Engine.call(
        "maxPooling2d",
        () ->
            torch.max_pool2d(
                padded.nativeTensor(),
                new long[] {pool, pool},
                strides,
                ZEROS,
                new long[] {1, 1},
                false),
        x);
  }

  /** The mean of each window's real cells: padding does not count. */
  public static Tensor average(Tensor x, int pool, int stride, Edges padding) {
    if (padding.equals(Edges.NONE)) {
      return average(x, pool, stride);
    }
    Tensor cells = Tensor.full(1, 1, 1, x.size(2), x.size(3)).to(x.device());
    return average(padding.pad(x, 0), pool, stride)
        .dividedBy(average(padding.pad(cells, 0), pool, stride));
  }

  private static Tensor average(Tensor x, int pool, int stride) {
    long[] strides = {stride, stride};
    return Engine.call(
        "averagePooling2d",
        () ->
            torch.avg_pool2d(
                x.nativeTensor(),
                new long[] {pool, pool},
                strides,
                ZEROS,
                false,
                true,
                new LongOptional()),
        x);
  }

  /** Repeats each pixel. */
  public static Tensor nearest(Tensor x, int factor) {
    long[] size = {x.size(2) * factor, x.size(3) * factor};
    return Engine.call(
        "upSampling2d",
        () ->
            torch.upsample_nearest2d(
                x.nativeTensor(), size, new DoubleOptional(), new DoubleOptional()),
        x);
  }

  /** Bilinear, pixel centers at half coordinates. */
  public static Tensor bilinear(Tensor x, int factor) {
    long[] size = {x.size(2) * factor, x.size(3) * factor};
    return Engine.call(
        "upSampling2d", () -> torch.upsample_bilinear2d(x.nativeTensor(), size, false), x);
  }
}
