package dev.figment.data.set;

import dev.figment.data.set.GlyphStrokes.Knot;
import dev.figment.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** One hand at one moment: how it leans, shakes and presses; it writes one digit. */
final class Handwriting {
  private static final int SIDE = 28;
  private static final int LINES_PER_KNOT = 6;

  private final RandomStream random;
  private final double slant;
  private final double cos;
  private final double sin;
  private final double aspect;
  private final double bend;
  private final double wobble;
  private final double pressure;
  private final double radius;
  private final double height;
  private final double centerX;
  private final double centerY;

  private Handwriting(RandomStream random) {
    this.random = random;
    slant = between(-0.12, 0.45);
    double turn = between(-0.14, 0.14);
    cos = StrictMath.cos(turn);
    sin = StrictMath.sin(turn);
    aspect = between(0.55, 0.95);
    bend = between(-0.12, 0.12);
    wobble = between(0.01, 0.05);
    pressure = between(-0.18, 0.18);
    radius = between(0.75, 1.65);
    height = between(15, 18.9);
    centerX = 13.5 + between(-1.3, 1.3);
    centerY = 13.5 + between(-1.3, 1.3);
  }

  static Handwriting draw(RandomStream random) {
    return new Handwriting(random);
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Writes a digit in one of its variants. */
  Canvas write(int digit) {
    List<List<List<Knot>>> variants = GlyphStrokes.of(digit);
    List<List<Knot>> strokes = variants.get((int) (random.nextDouble() * variants.size()));
    List<double[][]> paths = strokes.stream().map(this::path).toList();
    fit(paths);
    Canvas canvas = new Canvas(SIDE);
    paths.forEach(path -> trace(canvas, path));
    return canvas;
  }

  /** The points of a stroke's smooth line, as {x, y}, before they are fitted into the field. */
  private double[][] path(List<Knot> stroke) {
    List<double[]> knots = new ArrayList<>();
    for (Knot knot : stroke) {
      double[] moved = moved(knot);
      knots.add(moved);
      if (knot.corner()) {
        knots.add(moved); // twice the same knot, and the curve loses its roundness there
      }
    }
    double[][] path = new double[(knots.size() - 1) * LINES_PER_KNOT + 1][];
    for (int i = 0; i < path.length; i++) {
      path[i] = curve(knots, i / LINES_PER_KNOT, (i % LINES_PER_KNOT) / (double) LINES_PER_KNOT);
    }
    return path;
  }

  private double[] moved(Knot knot) {
    double y = knot.y() - 0.5 + between(-wobble, wobble);
    double x = (knot.x() - 0.5 + between(-wobble, wobble)) * aspect - slant * y + bend * 4 * y * y;
    return new double[] {x * cos - y * sin, x * sin + y * cos};
  }

  /** Catmull and Rom's curve through the knots, at a part of the way from one to the next. */
  private static double[] curve(List<double[]> knots, int from, double part) {
    double[] before = knots.get(Math.max(0, from - 1));
    double[] start = knots.get(from);
    double[] end = knots.get(Math.min(knots.size() - 1, from + 1));
    double[] after = knots.get(Math.min(knots.size() - 1, from + 2));
    double[] point = new double[2];
    for (int i = 0; i < 2; i++) {
      double linear = end[i] - before[i];
      double square = 2 * before[i] - 5 * start[i] + 4 * end[i] - after[i];
      double cube = 3 * start[i] - before[i] - 3 * end[i] + after[i];
      point[i] = start[i] + 0.5 * part * (linear + part * (square + part * cube));
    }
    return point;
  }

  /** Scales and moves all points so that the longer side has this hand's height. */
  private void fit(List<double[][]> paths) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (double[][] path : paths) {
      for (double[] point : path) {
        for (int i = 0; i < 2; i++) {
          low[i] = Math.min(low[i], point[i]);
          high[i] = Math.max(high[i], point[i]);
        }
      }
    }
    double scale = height / Math.max(high[0] - low[0], high[1] - low[1]);
    for (double[][] path : paths) {
      for (double[] point : path) {
        point[0] = centerX + scale * (point[0] - (low[0] + high[0]) / 2);
        point[1] = centerY + scale * (point[1] - (low[1] + high[1]) / 2);
      }
    }
  }

  /** The pen presses a little more, or less, towards the end. */
  private void trace(Canvas canvas, double[][] path) {
    for (int i = 1; i < path.length; i++) {
      canvas.line(
          path[i - 1][0],
          path[i - 1][1],
          radiusAt(i - 1, path.length),
          path[i][0],
          path[i][1],
          radiusAt(i, path.length));
    }
  }

  private double radiusAt(int point, int points) {
    return radius * (1 + pressure * (2.0 * point / points - 1));
  }
}
