package dev.figment.metric.feature;

import dev.figment.latent.Points;

/**
 * What an extractor says of images.
 *
 * @param vectors one for each image
 * @param logits of the extractor's classes, one row for each image; none where it tells no classes
 */
public record Features(Points vectors, Points logits) {
  /** Whether the extractor tells classes. */
  public boolean hasLogits() {
    return logits.count() > 0;
  }

  /** Those of the images with these numbers, in this order. */
  Features select(int[] which) {
    return new Features(vectors.select(which), hasLogits() ? logits.select(which) : logits);
  }
}
