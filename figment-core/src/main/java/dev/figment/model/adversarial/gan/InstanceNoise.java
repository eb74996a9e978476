package dev.figment.model.adversarial.gan;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import org.jspecify.annotations.Nullable;

/**
 * Normal noise on everything that the discriminator sees, real and generated: early on the two
 * kinds then overlap, and it cannot tell them apart by a hair. It fades linearly.
 *
 * @param deviation at the start, in units of the data's range, at least 0
 * @param untilKimg thousands of real images after which there is none; null to keep it
 * @see <a href="https://arxiv.org/abs/1610.04490">Sønderby et al. 2017, section 4</a>
 */
public record InstanceNoise(
    double deviation, @JsonProperty(defaultValue = "null") @Nullable Double untilKimg) {
  public InstanceNoise {
    require(deviation >= 0, "instanceNoise: deviation must be at least 0, got %s", deviation);
    require(
        untilKimg == null || untilKimg > 0,
        "instanceNoise: untilKimg must be above 0, got %s",
        untilKimg);
  }

  /** Noise that stays. */
  public static InstanceNoise of(double deviation) {
    return Defaults.record(InstanceNoise.class, deviation);
  }

  public InstanceNoise withUntilKimg(@Nullable Double untilKimg) {
    return Defaults.with(this, "untilKimg", untilKimg);
  }

  /** The deviation when so many thousand real images were shown. */
  double at(double kimg) {
    return untilKimg == null ? deviation : deviation * Math.max(0, 1 - kimg / untilKimg);
  }
}
