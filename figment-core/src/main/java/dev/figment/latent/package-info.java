/**
 * What can be done with points of a latent space. {@link dev.figment.latent.Points} is the
 * currency: rows of numbers, whoever encoded them. Start at what you want to know:
 *
 * <ul>
 *   <li>{@link dev.figment.latent.Interpolation}: points between points, and grids of them.
 *   <li>{@link dev.figment.latent.PrincipalComponents}: the few directions that say most.
 *   <li>{@link dev.figment.latent.GaussianMixture}: where points are dense, and new ones from
 *       there. {@link dev.figment.latent.ExpectationMaximization} fits it: a {@code MixtureFit},
 *       from {@code Seeds}, through {@code Densities} and {@code Moments}.
 *   <li>{@link dev.figment.latent.Activity}: how active units are, and how many at a time; with
 *       {@link dev.figment.latent.Histogram}s.
 *   <li>{@link dev.figment.latent.TSne}: a map on which neighbors stay neighbors. {@code
 *       Affinities} says who they are, a {@code Neighborhood} for each; {@code Forces} what moves
 *       the points of a map, a {@code MapBlock} at a time; {@code Descent} moves them.
 * </ul>
 *
 * <p>Leans on {@code tensor} only: numbers come in and go out as arrays, and nothing native is left
 * behind. Knows neither models nor images; {@code picture.LatentMap} draws what comes out.
 */
@NullMarked
package dev.figment.latent;

import org.jspecify.annotations.NullMarked;
