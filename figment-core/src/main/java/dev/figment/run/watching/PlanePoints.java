package dev.figment.run.watching;

import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.nn.Shape;
import dev.figment.picture.Scatter;

/** Sets whose examples are points of a plane, over which what a model makes can be drawn. */
final class PlanePoints {
  private static final int MOST = 400;

  private PlanePoints() {}

  static boolean areIn(ImageSet set) {
    return set.shape().equals(Shape.vector(2));
  }

  /** Over the first examples of a set. */
  static Scatter over(ImageSet set) {
    float[] values = new float[2 * Math.min(MOST, set.size())];
    for (int i = 0; i < values.length / 2; i++) {
      set.copyFloats(i, values, 2 * i);
    }
    return Scatter.over(new Points(values, 2));
  }
}
