package dev.figment.picture;

import dev.figment.latent.Points;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the points of a map stand in a picture: as large as fits, as far apart in height as in
 * width, and the second number upwards.
 */
final class MapPlane {
  private final Points points;
  private final Rectangle2D frame;
  private final double middleX;
  private final double middleY;
  private final double scale;

  /**
   * @param points of size 2
   * @param frame what they stand in
   * @param margin how far from its edges
   */
  MapPlane(Points points, Rectangle2D frame, double margin) {
    this.points = points;
    this.frame = frame;
    double[] across = span(points, 0);
    double[] up = span(points, 1);
    this.middleX = (across[0] + across[1]) / 2;
    this.middleY = (up[0] + up[1]) / 2;
    double widest = (frame.getWidth() - 2 * margin) / Math.max(across[1] - across[0], 1e-30);
    double highest = (frame.getHeight() - 2 * margin) / Math.max(up[1] - up[0], 1e-30);
    double fits = Math.min(widest, highest);
    this.scale = fits < 1e30 ? fits : 1; // all points are one
  }

  private static double[] span(Points points, int axis) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = axis; i < points.values().length; i += 2) {
      lowest = Math.min(lowest, points.values()[i]);
      highest = Math.max(highest, points.values()[i]);
    }
    return new double[] {lowest, highest};
  }

  double x(int point) {
    return placeAcross(points.values()[2 * point]);
  }

  double y(int point) {
    return placeUp(points.values()[2 * point + 1]);
  }

  /** Where a first number stands, of any point. */
  double placeAcross(float value) {
    return frame.getCenterX() + (value - middleX) * scale;
  }

  /** Where a second number stands. */
  double placeUp(float value) {
    return frame.getCenterY() - (value - middleY) * scale;
  }

  /** The scale below the frame. */
  Axis across(int ticks) {
    double half = frame.getWidth() / 2 / scale;
    return Axis.tight(middleX - half, middleX + half, ticks);
  }

  /** The scale beside the frame. */
  Axis up(int ticks) {
    double half = frame.getHeight() / 2 / scale;
    return Axis.tight(middleY - half, middleY + half, ticks);
  }

  /** Those points, in order, around which a square touches none of those before. */
  List<Integer> apart(int[] order, double side) {
    List<Integer> chosen = new ArrayList<>();
    for (int point : order) {
      if (chosen.stream().allMatch(other -> clear(point, other, side))) {
        chosen.add(point);
      }
    }
    return chosen;
  }

  private boolean clear(int a, int b, double side) {
    return Math.abs(x(a) - x(b)) >= side || Math.abs(y(a) - y(b)) >= side;
  }
}
