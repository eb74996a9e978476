/**
 * Sets of images compared by their pixels, without a network. Start at what is asked:
 *
 * <ul>
 *   <li>{@link dev.figment.metric.pixel.SlicedWasserstein}: whether generated images have the local
 *       structure of real ones, at each size of a {@link
 *       dev.figment.metric.pixel.LaplacianPyramid}.
 *   <li>{@link dev.figment.metric.pixel.MultiScaleSsim}: how alike generated images are.
 *   <li>{@link dev.figment.metric.pixel.NearestNeighbors}: whether they repeat training images.
 * </ul>
 */
@NullMarked
package dev.figment.metric.pixel;

import org.jspecify.annotations.NullMarked;
