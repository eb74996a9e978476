package dev.figment.model.style;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.optim.MovingAverage;

/**
 * How the generator that samples come from follows the one that learns.
 *
 * @param halfLifeKimg the thousands of real images after which weights count half, above 0
 * @param rampUp the half-life is at most this share of all images shown, above 0
 */
public record Average(
    @JsonProperty(defaultValue = "10") double halfLifeKimg,
    @JsonProperty(defaultValue = "0.05") double rampUp) {
  static final Average USUAL = new Average(10, 0.05);

  public Average {
    require(
        halfLifeKimg > 0, "styleGan: average.halfLifeKimg must be above 0, got %s", halfLifeKimg);
    require(rampUp > 0, "styleGan: average.rampUp must be above 0, got %s", rampUp);
  }

  /**
   * @param images real ones that the step showed
   * @param shown all of them, the step's included
   */
  double beta(int images, long shown) {
    return MovingAverage.beta(images, halfLifeKimg, rampUp, shown);
  }
}
