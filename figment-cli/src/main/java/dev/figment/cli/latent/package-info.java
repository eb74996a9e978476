/**
 * Points of a latent space as a user names them: by seeds ({@link
 * dev.figment.cli.latent.SeedPoints}), in a file ({@link dev.figment.cli.latent.FilePoints}) or by
 * numbers ({@link dev.figment.cli.latent.LatentPoints}), in one of the spaces ({@link
 * dev.figment.cli.latent.LatentSpace}), along a path ({@link
 * dev.figment.cli.latent.InterpolationPath}) or from a distribution ({@link
 * dev.figment.cli.latent.PriorDistribution}).
 *
 * <p>Leans on the library alone; used by {@code option} and {@code command}.
 */
@NullMarked
package dev.figment.cli.latent;

import org.jspecify.annotations.NullMarked;
