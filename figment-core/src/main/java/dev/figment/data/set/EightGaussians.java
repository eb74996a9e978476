package dev.figment.data.set;

import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import java.util.List;

/**
 * The set {@code eight-gaussians}: points of a plane around eight centres that are evenly spaced on
 * a circle of radius 2, normal with deviation 0.02 in both directions, as many of each centre. What
 * a generator that collapses leaves out can be counted on it.
 *
 * @see <a href="https://arxiv.org/abs/1611.02163">Metz et al. 2017, section 3.1</a>, which draws
 *     fresh points for each batch; here they are a fixed set, 2,500 of each centre (test: 250)
 */
public final class EightGaussians {
  /** Its name in recipes. */
  public static final String NAME = "eight-gaussians";

  /** Of the points from their centre, in each direction. */
  public static final double DEVIATION = 0.02;

  static final Shape SHAPE = Shape.vector(2);
  static final List<String> CLASSES =
      List.of(
          "east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east");
  private static final double RADIUS = 2;

  private EightGaussians() {}

  /** The centres (2·cos(k·π/4), 2·sin(k·π/4)), x and y in turn, in the order of the classes. */
  public static float[] centres() {
    float[] centres = new float[2 * CLASSES.size()];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = (float) centre(i / 2, i % 2);
    }
    return centres;
  }

  private static double centre(int mode, int axis) {
    double angle = mode * Math.PI / 4;
    return RADIUS * (axis == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle));
  }

  static ImageSet draw(Split split) {
    int points = split == Split.TRAIN ? 20_000 : 2_000;
    RandomStream random = RandomStream.named(NAME + "/" + split, 1);
    int[] labels = new int[points];
    float[] values = new float[2 * points];
    for (int i = 0; i < points; i++) {
      labels[i] = i % CLASSES.size();
      values[2 * i] = (float) (centre(labels[i], 0) + NormalDraw.next(random, DEVIATION));
      values[2 * i + 1] = (float) (centre(labels[i], 1) + NormalDraw.next(random, DEVIATION));
    }
    return ImageSet.ofFloats(NAME, SHAPE, CLASSES, labels, values);
  }
}
