package dev.figment.model.progressive;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.optim.MovingAverage;

/**
 * The {@linkplain MovingAverage moving average} of the generator, from which samples come.
 *
 * @param halfLifeKimg the thousands of real images after which weights count half, above 0; the
 *     source's β of 0.999 in batches of 16 is 11
 * @param rampUp the half-life is at most this share of all images shown; null for no such limit, as
 *     in the source
 */
public record Average(
    @JsonProperty(defaultValue = "10") double halfLifeKimg,
    @JsonProperty(defaultValue = "0.05") Double rampUp) {
  /** Ten thousand images, or a twentieth of those shown. */
  public static final Average USUAL = new Average(10, 0.05);

  public Average {
    require(halfLifeKimg > 0, "average: halfLifeKimg must be above 0, got %s", halfLifeKimg);
    require(rampUp == null || rampUp > 0, "average: rampUp must be above 0, got %s", rampUp);
  }

  /**
   * @param images real ones that the step showed
   * @param shown all of them, the step's included
   */
  double beta(int images, long shown) {
    return rampUp == null
        ? MovingAverage.beta(images, halfLifeKimg)
        : MovingAverage.beta(images, halfLifeKimg, rampUp, shown);
  }
}
