package dev.figment.train;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.UsageException;
import dev.figment.tensor.Autocast;
import dev.figment.tensor.Device;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers that the convolutions and products of matrices of a training step multiply. Weights,
 * what optimizers remember, losses and normalizations are float32 with both; so is all that looks
 * at a model: samples, validation, evaluation.
 */
public enum Precision {
  FLOAT32,
  /** Float32's range with 8 bits of mantissa in place of 24; on the CPU alone. */
  BFLOAT16;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Opened around a phase's loss. */
  Autocast autocast() {
    return this == BFLOAT16 ? Autocast.bfloat16() : Autocast.off();
  }

  /**
   * Refuses a device that a training of this precision does not know.
   *
   * @throws UsageException for bfloat16 on any but the CPU
   */
  public void requireOn(Device device) {
    UsageException.require(
        this == FLOAT32 || device == Device.CPU,
        "train.precision: bfloat16 is for the CPU, got the device %s. Train on the CPU, or set"
            + " train.precision to float32.",
        device.name().toLowerCase(Locale.ROOT));
  }

  /**
   * Why it may take longer than float32 on this machine.
   *
   * @param flags of {@link dev.figment.tensor.Processor}; where there are none, nothing is known
   */
  public Optional<String> warning(Set<String> flags) {
    if (this == FLOAT32 || flags.isEmpty() || flags.contains("amx_bf16")) {
      return Optional.empty();
    }
    return Optional.of(
        flags.contains("avx512_bf16")
            ? "this CPU multiplies bfloat16 in its vector unit (avx512_bf16) and has no matrix unit"
                + " for it (amx_bf16): steps may take longer than in float32. Compare some of both"
            : "this CPU has no instructions for bfloat16 (amx_bf16, avx512_bf16): steps will take"
                + " longer than in float32");
  }
}
