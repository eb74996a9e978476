package dev.figment.run.projection;

import dev.figment.run.exploration.Reconstructions;

/**
 * Images, and the nearest that a model makes.
 *
 * @param points that make them, one after the other: z, or w of a model with styles
 * @param losses of each image, as {@link Projection} has it
 * @param residuals R of each image
 * @param featureDistances D of each image; of no numbers where features had no weight
 * @param images the originals and what the points make
 */
public record Projected(
    float[] points,
    double[] losses,
    double[] residuals,
    double[] featureDistances,
    Reconstructions images) {
  /** How many numbers a point has. */
  public int pointSize() {
    return points.length / losses.length;
  }
}
