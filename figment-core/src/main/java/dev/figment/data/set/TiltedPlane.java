package dev.figment.data.set;

import dev.figment.data.DataCard;
import dev.figment.data.DataSet;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import java.util.List;

/**
 * The set {@code tilted-plane}: 60 points in space on a bent plane with noise, less the mean of the
 * train split. With a uniform in [-0.5, 3π/2 - 0.5] and each n normal with deviation 0.1: x = cos a
 * + sin a / 2 + n / 2, y = 0.7 sin a + n / 2, z = 0.1 x + 0.3 y + n.
 */
final class TiltedPlane {
  private static final String NAME = "tilted-plane";
  private static final Shape SHAPE = Shape.vector(3);
  private static final int POINTS = 60;

  static final DataSet SET =
      new SyntheticSet(
          DataCard.synthetic(
              NAME,
              "60 points in space near a bent, tilted plane, centered; unlabeled",
              "Apache-2.0, drawn by Figment",
              SHAPE,
              List.of()),
          TiltedPlane::draw);

  private TiltedPlane() {}

  static ImageSet draw(Split split) {
    double[] mean = mean(points(Split.TRAIN));
    double[] points = points(split);
    float[] centered = new float[points.length];
    for (int i = 0; i < centered.length; i++) {
      centered[i] = (float) (points[i] - mean[i % 3]);
    }
    return ImageSet.ofFloats(NAME, SHAPE, List.of(), new int[POINTS], centered);
  }

  private static double[] points(Split split) {
    RandomStream random = RandomStream.named(NAME + "/" + split, 1);
    double[] points = new double[3 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      double a = random.nextDouble() * 1.5 * Math.PI - 0.5;
      double x = StrictMath.cos(a) + StrictMath.sin(a) / 2 + noise(random) / 2;
      double y = 0.7 * StrictMath.sin(a) + noise(random) / 2;
      points[3 * i] = x;
      points[3 * i + 1] = y;
      points[3 * i + 2] = 0.1 * x + 0.3 * y + noise(random);
    }
    return points;
  }

  private static double noise(RandomStream random) {
    return NormalDraw.next(random, 0.1);
  }

  private static double[] mean(double[] points) {
    double[] mean = new double[3];
    for (int i = 0; i < points.length; i++) {
      mean[i % 3] += points[i] / POINTS;
    }
    return mean;
  }
}
