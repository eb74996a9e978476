package dev.figment.picture;

import dev.figment.latent.Points;
import dev.figment.picture.Drawing.Anchor;
import dev.figment.picture.Drawing.Style;
import java.awt.geom.Line2D;
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

  /** Draws the scales below and beside the frame, with a rule for each number. */
  void scales(Drawing drawing, int ticks, Style style) {
    double halfWidth = frame.getWidth() / 2 / scale;
    Axis across = Axis.tight(middleX - halfWidth, middleX + halfWidth, ticks);
    for (double tick : across.ticks()) {
      double x = frame.getX() + across.at(tick) * frame.getWidth();
      drawing.stroke(new Line2D.Double(x, frame.getY(), x, frame.getMaxY()), Palette.RULE, 1);
      drawing.words(across.label(tick), x, frame.getMaxY() + 18, Anchor.MIDDLE, style);
    }
    double halfHeight = frame.getHeight() / 2 / scale;
    Axis up = Axis.tight(middleY - halfHeight, middleY + halfHeight, ticks);
    for (double tick : up.ticks()) {
      double y = frame.getMaxY() - up.at(tick) * frame.getHeight();
      drawing.stroke(new Line2D.Double(frame.getX(), y, frame.getMaxX(), y), Palette.RULE, 1);
      drawing.words(up.label(tick), frame.getX() - 8, y + 4, Anchor.END, style);
    }
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
