package dev.figment.data.set;

import dev.figment.data.DataCard;
import dev.figment.data.DataSet;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import java.util.List;

/**
 * The set {@code eight-gaussians}: points of a plane around eight centers that are evenly spaced on
 * a circle of radius 2, normal with deviation 0.02 in both directions, as many of each center. What
 * a generator that collapses leaves out can be counted on it.
 *
 * @see <a href="https://arxiv.org/abs/1611.02163">Metz et al. 2017, section 3.1</a>, which draws
 *     fresh points for each batch; here they are a fixed set, 2,500 of each center (test: 250)
 */
public final class EightGaussians {
  private static final String NAME = "eight-gaussians";

  /** The standard deviation of the points from their center, in each direction. */
  public static final double DEVIATION = 0.02;

  private static final Shape SHAPE = Shape.vector(2);
  private static final List<String> CLASSES =
      List.of(
          "east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east");
  private static final double RADIUS = 2;

  static final DataSet SET =
      new SyntheticSet(
          DataCard.synthetic(
              NAME,
              "Points around 8 centers on a circle; 20,000 train and 2,000 test in 8 classes",
              "Apache-2.0, drawn by Figment after Metz et al. 2017, arXiv:1611.02163",
              SHAPE,
              CLASSES),
          EightGaussians::draw);

  private EightGaussians() {}

  /** The centers (2·cos(k·π/4), 2·sin(k·π/4)), x and y in turn, in the order of the classes. */
  public static float[] centers() {
    float[] centers = new float[2 * CLASSES.size()];
    for (int i = 0; i < centers.length; i++) {
      centers[i] = (float) center(i / 2, i % 2);
    }
    return centers;
  }

  private static double center(int mode, int axis) {
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
      values[2 * i] = (float) (center(labels[i], 0) + NormalDraw.next(random, DEVIATION));
      values[2 * i + 1] = (float) (center(labels[i], 1) + NormalDraw.next(random, DEVIATION));
    }
    return ImageSet.ofFloats(NAME, SHAPE, CLASSES, labels, values);
  }
}
