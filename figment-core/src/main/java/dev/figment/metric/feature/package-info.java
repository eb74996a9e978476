/**
 * Sets of images compared by what a network says of them. Start at {@link
 * dev.figment.metric.feature.FeatureExtractor}, whose {@link dev.figment.metric.feature.Features}
 * are compared.
 *
 * <ul>
 *   <li>{@link dev.figment.metric.feature.PerceptualPathLength}: how evenly images change along the
 *       latent space.
 * </ul>
 */
@NullMarked
package dev.figment.metric.feature;

import org.jspecify.annotations.NullMarked;
