package dev.figment.metric;

/**
 * Nats of an example as bits of one of its values: nats/(dims·ln 2), so that images of different
 * sizes can be compared. Of a probability of pixels, binary ones or 256 levels; a density of pixels
 * scaled to [0, 1] would need log₂ 256 = 8 more for each to be compared with those.
 *
 * @see <a href="https://arxiv.org/abs/1601.06759">van den Oord, Kalchbrenner and Kavukcuoglu 2016,
 *     section 5.1</a> (no difference)
 */
public final class BitsPerDimension {
  private BitsPerDimension() {}

  /**
   * @param nats of an example
   * @param dimensions how many values it has: height × width × channels
   */
  public static Estimate of(Estimate nats, int dimensions) {
    return nats.times(1 / (dimensions * Math.log(2)));
  }
}
