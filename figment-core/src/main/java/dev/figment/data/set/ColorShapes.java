package dev.figment.data.set;

import dev.figment.data.DataCard;
import dev.figment.data.DataSet;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The set {@code shapes}: one figure of random color, size, place and rotation on a gradient
 * between two other colors, 32×32. Each example has a random stream of its own.
 */
final class ColorShapes {
  private static final String NAME = "shapes";
  private static final Shape SHAPE = Shape.image(32, 32, 3);
  private static final int SIDE = 32;
  private static final List<String> CLASSES =
      List.of(GeometricShape.values()).stream()
          .map(figure -> figure.name().toLowerCase(Locale.ROOT))
          .toList();
  private static final double MIN_CONTRAST = 0.3;

  static final DataSet SET =
      new SyntheticSet(
          DataCard.synthetic(
              NAME,
              "Shapes on color gradients, 32×32; 12,000 train and 2,400 test in 6 classes",
              "Apache-2.0, drawn by Figment",
              SHAPE,
              CLASSES),
          ColorShapes::draw);

  private ColorShapes() {}

  static ImageSet draw(Split split) {
    int count = split == Split.TRAIN ? 12_000 : 2_400;
    int[] labels = IntStream.range(0, count).map(i -> i % CLASSES.size()).toArray();
    byte[] bytes = new byte[count * SHAPE.count()];
    IntStream.range(0, count).parallel().forEach(i -> draw(split, i, labels[i], bytes));
    return ImageSet.ofBytes(NAME, SHAPE, CLASSES, labels, bytes);
  }

  private static void draw(Split split, int index, int label, byte[] bytes) {
    RandomStream random = RandomStream.named(NAME + "/" + split + "/" + index, 1);
    Placement placement = Placement.draw(random);
    double[] from = color(random);
    double[] to = color(random);
    double[] fill = contrasting(random, from, to);
    double direction = 2 * Math.PI * random.nextDouble();
    double across = StrictMath.cos(direction);
    double down = StrictMath.sin(direction);
    int at = index * SHAPE.count();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double ground = 0.5 + ((x - 15.5) * across + (y - 15.5) * down) / (1.5 * SIDE);
        double covered = placement.covered(GeometricShape.values()[label], x, y);
        for (int c = 0; c < 3; c++) {
          double behind = from[c] + ground * (to[c] - from[c]);
          bytes[at++] = (byte) (255 * (behind + covered * (fill[c] - behind)) + 0.5);
        }
      }
    }
  }

  private static double[] color(RandomStream random) {
    return new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
  }

  /** The first color to come that is far from both others. */
  private static double[] contrasting(RandomStream random, double[] from, double[] to) {
    double[] fill = color(random);
    while (Math.min(distance(fill, from), distance(fill, to)) < MIN_CONTRAST) {
      fill = color(random);
    }
    return fill;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      sum += (a[c] - b[c]) * (a[c] - b[c]);
    }
    return sum;
  }

  /** Where the figure lies: its center, its radius in pixels, and its rotation. */
  private record Placement(double x, double y, double radius, double cos, double sin) {
    static Placement draw(RandomStream random) {
      double radius = 7 + 6 * random.nextDouble();
      double room = SIDE - 1 - 2 * radius;
      double turn = 2 * Math.PI * random.nextDouble();
      return new Placement(
          radius + room * random.nextDouble(),
          radius + room * random.nextDouble(),
          radius,
          StrictMath.cos(turn),
          StrictMath.sin(turn));
    }

    /** How much of a pixel the figure covers, from 0 to 1: its edge is one pixel wide. */
    double covered(GeometricShape figure, int column, int row) {
      double dx = (column - x) / radius;
      double dy = (row - y) / radius;
      double outside = figure.distance(dx * cos + dy * sin, dy * cos - dx * sin) * radius;
      return Math.max(0, Math.min(1, 0.5 - outside));
    }
  }
}
