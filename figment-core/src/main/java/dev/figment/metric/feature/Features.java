package dev.figment.metric.feature;

import dev.figment.latent.Points;

/**
 * What an extractor says of images.
 *
 * @param vectors one for each image
 * @param logits of the extractor's classes, one row for each image; no rows where it has none
 */
public record Features(Points vectors, Points logits) {}
