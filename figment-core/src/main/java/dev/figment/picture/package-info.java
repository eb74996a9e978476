/**
 * What people look at. Start at the thing you want to see:
 *
 * <ul>
 *   <li>{@link dev.figment.picture.ImageGrid}: many images side by side, pixel for pixel; needs no
 *       fonts unless it is labeled. {@link dev.figment.picture.Tone} says what its values look
 *       like.
 *   <li>{@link dev.figment.picture.Chart}: losses and metrics over steps or kimg; {@link
 *       dev.figment.picture.ChartPanels}: several of them in one picture.
 *   <li>{@link dev.figment.picture.PictureRow}: pictures side by side, under their names.
 *   <li>{@link dev.figment.picture.Trajectory}: one loss against another, colored by time.
 *   <li>{@link dev.figment.picture.NetworkPlot}: networks as boxes with layers and shapes.
 *   <li>{@link dev.figment.picture.LatentMap}: points of a plane, colored by class, with images.
 *   <li>{@link dev.figment.picture.Histograms}: how often values come, side by side.
 *   <li>{@link dev.figment.picture.Scatter}: points that models made, over real ones.
 *   <li>{@link dev.figment.picture.PlaneInSpace}: points in space, and the plane of their codings.
 *   <li>{@link dev.figment.picture.Animation}: pictures that follow one another.
 * </ul>
 *
 * <p>{@code Chart}, {@code Trajectory}, {@code NetworkPlot}, {@code LatentMap}, {@code Histograms},
 * {@code PlaneInSpace} and {@code Scatter} describe themselves as a {@code Drawing}, which becomes
 * PNG or SVG from the same description; {@link dev.figment.picture.Palette} has the colors of all.
 *
 * <p>Uses {@code format} and {@code nn.Shape}; {@code ImageGrid} also takes a tensor of images with
 * its {@code data.Range}, or examples of a {@code data.ImageSet}, as {@code LatentMap} does, which
 * places {@code latent.Points}, as {@code Scatter} does; {@code Histograms} takes {@code
 * latent.Histogram}s. Knows no training: whoever trains hands in images and numbers.
 */
@NullMarked
package dev.figment.picture;

import org.jspecify.annotations.NullMarked;
