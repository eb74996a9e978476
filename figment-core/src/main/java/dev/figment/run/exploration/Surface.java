package dev.figment.run.exploration;

import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.picture.PlaneInSpace;

/**
 * Where a model of two latent numbers puts examples that are points in space, and the surface that
 * its decoder makes of the plane of latents.
 *
 * @param points of size 3, the examples
 * @param codings of size 2
 * @param reconstructions of size 3
 * @param mesh of size 3: what is decoded from a regular grid over the codings, row after row
 */
public record Surface(Points points, Points codings, Points reconstructions, Points mesh) {
  private static final int SIDE = 13;

  /**
   * Of a set's examples.
   *
   * @throws dev.figment.UsageException if the model does not encode, or its examples are no vectors
   */
  public static Surface of(Trained trained, ImageSet set) {
    float[] examples = new float[set.size() * set.shape().count()];
    for (int i = 0; i < set.size(); i++) {
      set.copyFloats(i, examples, i * set.shape().count());
    }
    Points codings = new Points(trained.encode(set), trained.codec().latentSize());
    return new Surface(
        new Points(examples, set.shape().count()),
        codings,
        trained.vectorsAt(codings.values(), null),
        trained.vectorsAt(grid(codings), null));
  }

  /** From the lowest to the highest of each number. */
  private static float[] grid(Points codings) {
    float[] grid = new float[2 * SIDE * SIDE];
    for (int axis = 0; axis < 2; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = axis; i < codings.values().length; i += 2) {
        low = Math.min(low, codings.values()[i]);
        high = Math.max(high, codings.values()[i]);
      }
      for (int place = 0; place < SIDE * SIDE; place++) {
        int step = axis == 0 ? place % SIDE : place / SIDE;
        grid[2 * place + axis] = (float) (low + step * (high - low) / (SIDE - 1));
      }
    }
    return grid;
  }

  /**
   * In space and by the codings.
   *
   * @throws dev.figment.UsageException if the points are not of 3 numbers, the codings not of 2
   */
  public PlaneInSpace picture(String title) {
    return new PlaneInSpace(title, points, reconstructions, codings, mesh, SIDE);
  }
}
