package dev.figment.metric.feature;

import dev.figment.latent.Points;
import java.util.stream.IntStream;

/** Balls around points, by plain loops: to be compared with. */
final class PlainNeighbors {
  private final Points points;
  private final double[] radii;

  PlainNeighbors(Points points, int k) {
    this.points = points;
    this.radii = IntStream.range(0, points.count()).mapToDouble(i -> radius(i, k)).toArray();
  }

  private double radius(int center, int k) {
    return IntStream.range(0, points.count())
        .filter(i -> i != center)
        .mapToDouble(i -> squared(points.row(center), points.row(i)))
        .sorted()
        .skip(k - 1)
        .findFirst()
        .orElseThrow();
  }

  private static double squared(float[] a, float[] b) {
    return IntStream.range(0, a.length)
        .mapToDouble(i -> ((double) a[i] - b[i]) * ((double) a[i] - b[i]))
        .sum();
  }

  /** How many balls a point lies in. */
  long balls(float[] point, boolean withEdge) {
    return IntStream.range(0, points.count()).filter(i -> isIn(point, i, withEdge)).count();
  }

  boolean isIn(float[] point, int ball, boolean withEdge) {
    double distance = squared(point, points.row(ball));
    return withEdge ? distance <= radii[ball] : distance < radii[ball];
  }
}
