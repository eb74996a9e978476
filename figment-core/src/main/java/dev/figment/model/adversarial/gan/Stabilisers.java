package dev.figment.model.adversarial.gan;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.loss.Dragan;
import dev.figment.loss.Drift;
import dev.figment.loss.GradientPenalty;
import dev.figment.loss.Penalty;
import dev.figment.model.adversarial.Ema;
import dev.figment.nn.DiffAugment;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a GAN can be steadied with. Any of them may be null, and then it is left out. One-sided
 * label smoothing is in {@link Targets}; spectral normalization and the like are layers.
 *
 * @param gradientPenalty on the discriminator's slope between real and generated examples
 * @param dragan on its slope around real examples
 * @param r1 on its slope at real examples
 * @param drift on its distance from 0 at real examples
 * @param weightClip the discriminator's parameters are brought back to ±this after each of its
 *     updates, as in <a href="https://arxiv.org/abs/1701.07875">Arjovsky et al. 2017</a>
 * @param featureMatching how much the distance between {@linkplain dev.figment.loss.FeatureMatching
 *     mean features} counts beside the generator's loss; features are what the discriminator's last
 *     layer with parameters is given
 * @param historicalAveraging weight for both networks, of {@link
 *     dev.figment.loss.HistoricalAveraging}
 * @param instanceNoise on what the discriminator sees
 * @param augment of what the discriminator sees, real and generated, whoever learns
 * @param average a second generator that lags behind, for samples
 */
public record Stabilisers(
    @JsonProperty(defaultValue = "null") GradientPenalty gradientPenalty,
    @JsonProperty(defaultValue = "null") Dragan dragan,
    @JsonProperty(defaultValue = "null") LazyR1 r1,
    @JsonProperty(defaultValue = "null") Drift drift,
    @JsonProperty(defaultValue = "null") Double weightClip,
    @JsonProperty(defaultValue = "null") Double featureMatching,
    @JsonProperty(defaultValue = "null") Double historicalAveraging,
    @JsonProperty(defaultValue = "null") InstanceNoise instanceNoise,
    @JsonProperty(defaultValue = "null") DiffAugment augment,
    @JsonProperty(defaultValue = "null") Ema average) {
  public Stabilisers {
    require(
        weightClip == null || weightClip > 0,
        "stabilisers: weightClip must be above 0, got %s",
        weightClip);
    requireWeight("featureMatching", featureMatching);
    requireWeight("historicalAveraging", historicalAveraging);
  }

  /** None of them. */
  public static final Stabilisers NONE =
      new Stabilisers(null, null, null, null, null, null, null, null, null, null);

  private static void requireWeight(String name, Double weight) {
    require(
        weight == null || weight >= 0, "stabilisers: %s must be at least 0, got %s", name, weight);
  }

  /** Those on the discriminator's slope, by name: an example's own slope must be its own. */
  Map<String, Penalty> onSlopes() {
    Map<String, Penalty> penalties = new LinkedHashMap<>();
    if (gradientPenalty != null) {
      penalties.put("gradientPenalty", gradientPenalty);
    }
    if (dragan != null) {
      penalties.put("dragan", dragan);
    }
    if (r1 != null) {
      penalties.put("r1", r1.penalty());
    }
    return penalties;
  }

  /** Those that are added to the loss of each of the discriminator's updates on real examples. */
  Map<String, Penalty> inEachUpdate() {
    Map<String, Penalty> penalties = onSlopes();
    if (hasLazyR1()) {
      penalties.remove("r1");
    }
    return penalties;
  }

  boolean hasLazyR1() {
    return r1 != null && r1.isLazy();
  }
}
