/**
 * What can be done with points of a latent space. {@link dev.figment.latent.Points} is the
 * currency: rows of numbers, whoever encoded them. Start at what you want to know:
 *
 * <ul>
 *   <li>{@link dev.figment.latent.Interpolation}: points between points, and grids of them.
 *   <li>{@link dev.figment.latent.PrincipalComponents}: the few directions that say most.
 *   <li>{@link dev.figment.latent.GaussianMixture}: where points are dense, and new ones from
 *       there; {@link dev.figment.latent.ExpectationMaximization} fits it ({@code Seeds}, {@code
 *       SharedPoints}, {@code Densities} are its parts).
 *   <li>{@link dev.figment.latent.TSne}: a map in which neighbours stay neighbours ({@code
 *       Affinities}, {@code Forces} and {@code Descent} are its parts).
 * </ul>
 *
 * <p>Uses {@code tensor} only: numbers come in and go out as arrays. Knows neither models nor
 * images; {@code picture.LatentMap} draws what comes out.
 */
package dev.figment.latent;
