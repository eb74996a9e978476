package dev.figment.latent;

import static dev.figment.UsageException.require;

/** Points between points: ways through a latent space, to be decoded one by one. */
public final class Interpolation {
  /** Below this sine, an angle is none: the way along the arc is the straight one, to rounding. */
  private static final double NO_ANGLE = 1e-6;

  private Interpolation() {}

  /**
   * The straight way: (1 − t)·a + t·b, with t from 0 to 1 in equal steps.
   *
   * @param steps how many points, a and b among them; at least 2
   * @throws dev.figment.UsageException if the two have different sizes
   */
  public static Points linear(float[] a, float[] b, int steps) {
    requireEnds(a, b, steps);
    return between(a, b, steps, t -> 1 - t, t -> t);
  }

  /**
   * The way along the arc from a to b: sin((1 − t)·ω)/sin ω · a + sin(t·ω)/sin ω · b, where ω is
   * the angle between them. Points drawn from a Gaussian of many dimensions lie near a sphere, and
   * so do those on the arc, while the straight way cuts through the empty inside. Lengths that
   * differ turn into one another on the way.
   *
   * <p>Where there is no angle, or no one arc, it is {@link #linear}: if the two point the same way
   * or opposite ways, or one of them is zero.
   *
   * @param steps how many points, a and b among them; at least 2
   * @throws dev.figment.UsageException if the two have different sizes
   * @see <a href="https://doi.org/10.1145/325334.325242">Shoemake 1985</a> (of any size, and not of
   *     length 1)
   */
  public static Points spherical(float[] a, float[] b, int steps) {
    requireEnds(a, b, steps);
    double angle = angle(a, b);
    double sine = Math.sin(angle);
    if (sine < NO_ANGLE) {
      return linear(a, b, steps);
    }
    return between(
        a, b, steps, t -> Math.sin((1 - t) * angle) / sine, t -> Math.sin(t * angle) / sine);
  }

  /** One point of the {@link #spherical} way, at t from 0 for a to 1 for b. */
  public static float[] sphericalAt(float[] a, float[] b, double t) {
    requireEnds(a, b, 2);
    double angle = angle(a, b);
    double sine = Math.sin(angle);
    double ofA = sine < NO_ANGLE ? 1 - t : Math.sin((1 - t) * angle) / sine;
    double ofB = sine < NO_ANGLE ? t : Math.sin(t * angle) / sine;
    float[] point = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      point[i] = (float) (ofA * a[i] + ofB * b[i]);
    }
    return point;
  }

  private static void requireEnds(float[] a, float[] b, int steps) {
    require(
        a.length == b.length && a.length > 0,
        "interpolation: expected two points of one size, got %d and %d numbers",
        a.length,
        b.length);
    require(steps >= 2, "interpolation: steps must be at least 2, got %d", steps);
  }

  private interface Weight {
    double at(double t);
  }

  private static Points between(float[] a, float[] b, int steps, Weight ofA, Weight ofB) {
    float[] points = new float[Math.multiplyExact(steps, a.length)];
    for (int step = 0; step < steps; step++) {
      double t = (double) step / (steps - 1);
      for (int i = 0; i < a.length; i++) {
        points[step * a.length + i] = (float) (ofA.at(t) * a[i] + ofB.at(t) * b[i]);
      }
    }
    System.arraycopy(a, 0, points, 0, a.length);
    System.arraycopy(b, 0, points, points.length - b.length, b.length);
    return new Points(points, a.length);
  }

  /** 2·atan2(‖â − b̂‖, ‖â + b̂‖), exact for small angles too; 0 where one is zero. */
  private static double angle(float[] a, float[] b) {
    double lengthA = length(a);
    double lengthB = length(b);
    if (lengthA == 0 || lengthB == 0) {
      return 0;
    }
    double apart = 0;
    double together = 0;
    for (int i = 0; i < a.length; i++) {
      apart += Math.pow(a[i] / lengthA - b[i] / lengthB, 2);
      together += Math.pow(a[i] / lengthA + b[i] / lengthB, 2);
    }
    return 2 * Math.atan2(Math.sqrt(apart), Math.sqrt(together));
  }

  private static double length(float[] a) {
    double sum = 0;
    for (float each : a) {
      sum += (double) each * each;
    }
    return Math.sqrt(sum);
  }

  /**
   * A grid of points resized bilinearly with its corners aligned: row r of the result stands at
   * r·(rows − 1)/(toRows − 1) of the grid. A grid of 3×4 becomes one of 5×7 with the points
   * themselves, exactly, at every other place, and means of two or four of them between.
   *
   * <p>How we differ: tutorials resize as images are, with cells in place of points (half-pixel
   * centers), which keeps hardly any of the points that one started from.
   *
   * @param grid rows × columns points, row after row
   * @param toRows rows of the result; of a single one, the top row
   * @param toColumns columns of the result; of a single one, the left column
   * @return toRows × toColumns points, row after row
   * @throws dev.figment.UsageException if there are not as many points as the grid has places
   */
  public static Points resized(Points grid, int rows, int columns, int toRows, int toColumns) {
    requireGrid(rows, columns);
    requireGrid(toRows, toColumns);
    require(
        grid.count() == (long) rows * columns,
        "interpolation: expected %d×%d points, got %d",
        rows,
        columns,
        grid.count());
    int size = grid.size();
    float[] resized = new float[Math.multiplyExact(Math.multiplyExact(toRows, toColumns), size)];
    for (int row = 0; row < toRows; row++) {
      Place down = Place.of(row, rows, toRows);
      for (int column = 0; column < toColumns; column++) {
        Place across = Place.of(column, columns, toColumns);
        int to = (row * toColumns + column) * size;
        for (int i = 0; i < size; i++) {
          double upper = across.mix(grid.values(), down.before * columns, size, i);
          double lower = across.mix(grid.values(), down.after * columns, size, i);
          resized[to + i] = (float) (upper + down.share * (lower - upper));
        }
      }
    }
    return new Points(resized, size);
  }

  /** Between which two of the old places a new one stands, and which part of the way it is. */
  private record Place(int before, int after, double share) {
    static Place of(int index, int old, int wanted) {
      long steps = Math.max(1, wanted - 1);
      long way = (long) index * (old - 1);
      int before = (int) (way / steps);
      return new Place(before, Math.min(old - 1, before + 1), (double) (way % steps) / steps);
    }

    double mix(float[] values, int start, int size, int i) {
      double first = values[(start + before) * size + i];
      return first + share * (values[(start + after) * size + i] - first);
    }
  }

  /**
   * A regular grid over the square [−extent, extent]² of a latent space of two dimensions, as a
   * picture of it is read: the top row has the highest second number, the left column the lowest
   * first one. A single row or column stands at 0.
   *
   * @param extent above 0; 3 spans what a standard normal draws, but for 5 in 1,000
   * @return rows × columns points of size 2, row after row
   */
  public static Points plane(int rows, int columns, double extent) {
    requireGrid(rows, columns);
    require(
        extent > 0 && Double.isFinite(extent),
        "interpolation: extent must be above 0, got %s",
        extent);
    float[] points = new float[Math.multiplyExact(Math.multiplyExact(rows, columns), 2)];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = 2 * (row * columns + column);
        points[at] = (float) (extent * evenly(column, columns));
        points[at + 1] = (float) (extent * evenly(rows - 1 - row, rows));
      }
    }
    return new Points(points, 2);
  }

  /** −1 to 1; exactly opposite for opposite indices. */
  private static double evenly(int index, int count) {
    return count == 1 ? 0 : (2.0 * index - (count - 1)) / (count - 1);
  }

  private static void requireGrid(int rows, int columns) {
    require(
        rows >= 1 && columns >= 1,
        "interpolation: rows and columns must be at least 1, got %d×%d",
        rows,
        columns);
  }
}
