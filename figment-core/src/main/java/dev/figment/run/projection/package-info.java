/**
 * What a model can make that is nearest to given images. Start at {@link
 * dev.figment.run.projection.Projection}: how it is searched; {@link
 * dev.figment.run.projection.Projected} is what was found. A search of a batch of images ({@code
 * PointSearch}) is a {@code Descent} by a learning rate that takes its {@code Course}, and keeps
 * the {@code NearestPoints}.
 *
 * <p>Leans on {@code exploration}, which does not know it.
 */
@NullMarked
package dev.figment.run.projection;

import org.jspecify.annotations.NullMarked;
