package dev.figment.run.exploration;

import org.jspecify.annotations.Nullable;

/**
 * What lies between images and their reconstructions.
 *
 * @param corruption what damages them before the model sees them; null for nothing
 * @param sampled whether a point drawn from q(z|x) is decoded in place of its mean
 * @param seed of both
 */
public record Reconstructing(@Nullable Corruption corruption, boolean sampled, long seed) {
  /** Images as they are, by the mean of their points. */
  public static final Reconstructing PLAIN = new Reconstructing(null, false, 1);
}
