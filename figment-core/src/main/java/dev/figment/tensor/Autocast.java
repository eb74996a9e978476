package dev.figment.tensor;

import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The precision of this thread's convolutions and products of matrices on the CPU until it is
 * closed, as {@code torch.autocast("cpu", torch.bfloat16)} has it: in bfloat16 they round what they
 * are given to 8 bits of mantissa, add in float32, and give bfloat16. Other operations go on in the
 * type that they are given, and where types meet, in float32. Gradients arrive in the type of what
 * they are asked for: parameters are float32, and theirs are, too.
 *
 * <p>Derivatives are taken outside, but for those that a penalty differentiates again. PyTorch
 * keeps the weights that it rounded until the end; here each use rounds them anew, so that those
 * which were rounded while no graph was recorded cannot come to stand in one that is.
 *
 * <p>Always in try-with-resources: it belongs to the thread that opened it.
 */
public final class Autocast implements AutoCloseable {
  private final boolean outside;

  private Autocast(boolean bfloat16) {
    outside = isOn();
    torch.set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
    torch.set_autocast_cache_enabled(false);
    torch.set_autocast_enabled(DeviceType.CPU, bfloat16);
  }

  /** In bfloat16. */
  public static Autocast bfloat16() {
    return new Autocast(true);
  }

  /** In float32, for what needs its digits though the rest is in bfloat16. */
  public static Autocast off() {
    return new Autocast(false);
  }

  private static boolean isOn() {
    return Engine.get("autocast", () -> torch.is_autocast_enabled(DeviceType.CPU));
  }

  @Override
  public void close() {
    torch.set_autocast_enabled(DeviceType.CPU, outside);
  }
}
