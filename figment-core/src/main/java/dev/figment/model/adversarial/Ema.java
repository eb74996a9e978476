package dev.figment.model.adversarial;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import dev.figment.optim.ExponentialMovingAverage;

/**
 * A second generator, the {@linkplain ExponentialMovingAverage moving average} of the one that
 * learns: samples and snapshots come from it.
 *
 * @param halfLifeKimg the thousands of real images after which weights count half, above 0
 * @param rampUp the half-life is at most this share of all images shown, so that the first weights
 *     are soon forgotten; 0 for no such limit
 */
public record Ema(
    @JsonProperty(defaultValue = "10") double halfLifeKimg,
    @JsonProperty(defaultValue = "0.05") double rampUp) {
  /** Ten thousand images, or a twentieth of those shown. */
  public static final Ema DEFAULT = Defaults.record(Ema.class);

  public Ema {
    require(halfLifeKimg > 0, "ema: halfLifeKimg must be above 0, got %s", halfLifeKimg);
    require(rampUp >= 0, "ema: rampUp must be at least 0, got %s", rampUp);
  }

  public Ema withHalfLifeKimg(double halfLifeKimg) {
    return Defaults.with(this, "halfLifeKimg", halfLifeKimg);
  }

  public Ema withRampUp(double rampUp) {
    return Defaults.with(this, "rampUp", rampUp);
  }

  /**
   * How much of the average stays at a step.
   *
   * @param images real ones that the step showed
   * @param shown all of them, the step's included
   */
  public double beta(int images, long shown) {
    return rampUp == 0
        ? ExponentialMovingAverage.beta(images, halfLifeKimg)
        : ExponentialMovingAverage.beta(images, halfLifeKimg, rampUp, shown);
  }
}
