package dev.figment.tensor;

import dev.figment.UsageException;
import org.bytedeco.pytorch.global.torch;

/** Where tensors live and work is done. */
public enum Device {
  CPU,
  CUDA;

  /**
   * The device of this name; the engine is made {@linkplain Backend#deterministic deterministic}
   * where it is CUDA.
   *
   * @throws UsageException if there is no such device here
   */
  public static Device named(String name) {
    return switch (name) {
      case "cpu" -> CPU;
      case "cuda" -> requireCuda();
      default -> throw new UsageException("device: expected cpu or cuda, got %s", name);
    };
  }

  private static Device requireCuda() {
    Backend.load();
    if (!torch.cuda_is_available()) {
      throw new UsageException(
          "device cuda: expected a GPU that CUDA can use, found none. Use the device cpu, or on"
              + " Linux build with the profile that brings CUDA: FIGMENT_MAVEN_ARGS=-Pgpu");
    }
    Backend.deterministic();
    return CUDA;
  }

  org.bytedeco.pytorch.Device nativeDevice() {
    return new org.bytedeco.pytorch.Device(name().toLowerCase(java.util.Locale.ROOT));
  }
}
