package dev.figment.model.adversarial.progressive;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;

/**
 * When the networks grow: each resolution is trained for itself, then the next one fades in while
 * its weight α goes from 0 to 1. With n real images shown, s stable and f fading, p = ⌊n/(s + f)⌋
 * and m = n − p·(s + f), the level of detail is max(0, doublings − p − max(0, m − s)/f).
 *
 * <p>It is counted in whole images, so that no rounding can shift the step at which a fade begins.
 * A step begins with the growth of all images before it.
 *
 * @param stableKimg s, thousands of images at each resolution before the next fades in; 600 in the
 *     source's program, 800 in its paper
 * @param fadeKimg f, thousands of images of a fade, as many there
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018, figure 2 and appendix A</a>,
 *     whose program looks at the schedule every fourth step; we do at each
 */
public record GrowthSchedule(
    @JsonProperty(defaultValue = "600") double stableKimg,
    @JsonProperty(defaultValue = "600") double fadeKimg) {
  /** The source's program's. */
  public static final GrowthSchedule DEFAULT = Defaults.record(GrowthSchedule.class);

  public GrowthSchedule {
    require(
        stableKimg >= 0.001,
        "schedule: stableKimg must be at least 0.001, one image, got %s",
        stableKimg);
    require(
        fadeKimg >= 0.001,
        "schedule: fadeKimg must be at least 0.001, one image, got %s",
        fadeKimg);
  }

  public GrowthSchedule withStableKimg(double stableKimg) {
    return Defaults.with(this, "stableKimg", stableKimg);
  }

  public GrowthSchedule withFadeKimg(double fadeKimg) {
    return Defaults.with(this, "fadeKimg", fadeKimg);
  }

  /**
   * @param shown real images so far
   * @param doublings from the start resolution to the images' own
   */
  Growth at(long shown, int doublings) {
    long stable = Math.round(1000 * stableKimg);
    long fade = Math.round(1000 * fadeKimg);
    long grown = shown / (stable + fade);
    if (grown >= doublings) {
      return new Growth(doublings, 1);
    }
    long faded = shown % (stable + fade) - stable;
    return faded > 0
        ? new Growth((int) grown + 1, (double) faded / fade)
        : new Growth((int) grown, 1);
  }
}
