package dev.figment.picture;

import dev.figment.picture.Drawing.Anchor;
import dev.figment.picture.Drawing.Style;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.Locale;

/** The plane of a chart: its two axes, its grid, and the lines on it. */
final class Plot {
  static final double WIDTH = 920;
  static final double HEIGHT = 500;
  static final double SIDE = 28;

  private static final Style LABEL = new Style(12, false, Palette.GRAY);

  private final Drawing drawing;
  private final Axis xAxis;
  private final Axis yAxis;
  private final double left;
  private final double top;
  private final double right;
  private final double bottom;

  /** A plane below the given height, with room on the left for what the y axis says. */
  Plot(Drawing drawing, Axis xAxis, Axis yAxis, double below) {
    this.drawing = drawing;
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    this.left = SIDE + 10 + widestLabel(yAxis);
    this.top = below + 44;
    this.right = drawing.width() - SIDE;
    this.bottom = drawing.height() - 58;
  }

  private static double widestLabel(Axis axis) {
    return axis.ticks().stream()
        .mapToDouble(tick -> Fonts.width(axis.label(tick), LABEL.size(), false))
        .max()
        .orElse(0);
  }

  void frame(String xLabel, String yLabel) {
    for (double tick : yAxis.ticks()) {
      drawing.stroke(new Line2D.Double(left, y(tick), right, y(tick)), Palette.RULE, 1);
      drawing.words(yAxis.label(tick), left - 10, y(tick) + 4, Anchor.END, LABEL);
    }
    drawing.stroke(new Line2D.Double(left, bottom, right, bottom), Palette.GRAY, 1);
    for (double tick : xAxis.ticks()) {
      drawing.stroke(new Line2D.Double(x(tick), bottom, x(tick), bottom + 5), Palette.GRAY, 1);
      drawing.words(xAxis.label(tick), x(tick), bottom + 20, Anchor.MIDDLE, LABEL);
    }
    drawing.words(xLabel, (left + right) / 2, bottom + 42, Anchor.MIDDLE, LABEL);
    drawing.words(yLabel, SIDE, top - 14, Anchor.START, LABEL);
  }

  /** How many values of a curve lie above or below the plane. */
  long beyond(Curve curve) {
    return Arrays.stream(curve.values())
        .filter(value -> Double.isFinite(value) && (value < yAxis.low() || value > yAxis.high()))
        .count();
  }

  /** Says so if values lie beyond the plane. */
  void note(long beyond) {
    if (beyond > 0) {
      String words =
          beyond == 1 ? "1 value lies" : String.format(Locale.ROOT, "%,d values lie", beyond);
      drawing.words(words + " beyond the edges", right, top - 14, Anchor.END, LABEL);
    }
  }

  /** A line through the values of a curve, with a dot where one stands alone between gaps. */
  void draw(Curve curve, Color color, double lineWidth) {
    Curve seen = curve.thinned((int) (right - left));
    for (int[] stretch : seen.stretches()) {
      if (stretch[1] - stretch[0] == 1) {
        dot(x(seen.time()[stretch[0]]), y(seen.values()[stretch[0]]), lineWidth * 1.4, color);
      } else {
        drawing.stroke(path(seen, stretch[0], stretch[1]), color, lineWidth);
      }
    }
  }

  /** An upright stroke from each value of a curve to that of another, where both are finite. */
  void strokes(Curve low, Curve high, Color color) {
    for (int i = 0; i < low.values().length; i++) {
      if (Double.isFinite(low.values()[i]) && Double.isFinite(high.values()[i])) {
        double x = x(low.time()[i]);
        drawing.stroke(
            new Line2D.Double(x, y(low.values()[i]), x, y(high.values()[i])), color, 2.4);
      }
    }
  }

  /** A dot at two numbers. */
  void point(double x, double y, double radius, Color color) {
    dot(x(x), y(y), radius, color);
  }

  private void dot(double x, double y, double radius, Color color) {
    drawing.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), color);
  }

  private Path2D path(Curve curve, int from, int to) {
    Path2D path = new Path2D.Double();
    for (int i = from; i < to; i++) {
      double x = x(curve.time()[i]);
      double y = y(curve.values()[i]);
      if (i == from) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }

  private double x(double time) {
    return left + xAxis.at(time) * (right - left);
  }

  private double y(double value) {
    return bottom - yAxis.at(value) * (bottom - top);
  }
}
