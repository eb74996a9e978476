package dev.figment.tensor;

import dev.figment.UsageException;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Shifts and scales units or channels to mean 0 and variance 1, then by weight and bias; in
 * float32.
 */
public final class Normalization {
  private Normalization() {}

  /** What a batch was normalized to, and by: its mean and population variance, without graph. */
  public record Batch(Tensor normalized, Tensor mean, Tensor variance) {}

  /**
   * By the statistics of the batch itself.
   *
   * @throws UsageException if there is one value only for each unit or channel, of which would
   *     become 0 whatever it is
   */
  public static Batch byBatch(
      Tensor x, @Nullable Tensor weight, @Nullable Tensor bias, double epsilon) {
    UsageException.require(
        x.count() > x.size(1),
        "batch normalization: expected more than one value for each of %d units, got a batch of"
            + " one. Train in larger batches.",
        x.size(1));
    var result = run(x, weight, bias, null, null, true, epsilon);
    Tensor deviation = Tensor.wrapPart(result.get2()).detached();
    Tensor variance = deviation.square().reciprocal().minus(epsilon);
    return new Batch(
        Tensor.wrapPart(result.get0()), Tensor.wrapPart(result.get1()).detached(), variance);
  }

  /** By given statistics. */
  public static Tensor by(
      Tensor mean,
      Tensor variance,
      Tensor x,
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      double epsilon) {
    return Tensor.wrapPart(run(x, weight, bias, mean, variance, false, epsilon).get0());
  }

  /**
   * By the statistics of each group of neighboring channels, of each example by itself.
   *
   * @param x (examples, channels, …), the channels divisible into the groups
   */
  public static Tensor byGroup(
      Tensor x, int groups, @Nullable Tensor weight, @Nullable Tensor bias, double epsilon) {
    return Engine.call(
        "groupNormalization",
        () ->
            torch.group_norm(
                x.toFloats().nativeTensor(),
                groups,
                Engine.optional(weight),
                Engine.optional(bias),
                epsilon,
                false),
        x,
        weight,
        bias);
  }

  private static org.bytedeco.pytorch.T_TensorTensorTensor_T run(
      Tensor x,
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      @Nullable Tensor mean,
      @Nullable Tensor variance,
      boolean batch,
      double epsilon) {
    return Engine.get(
        "batchNormalization",
        () ->
            torch.native_batch_norm(
                x.toFloats().nativeTensor(),
                Engine.optional(weight),
                Engine.optional(bias),
                Engine.optional(mean),
                Engine.optional(variance),
                batch,
                0,
                epsilon),
        x,
        weight,
        bias,
        mean,
        variance);
  }
}
