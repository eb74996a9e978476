package dev.figment.picture;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A shape as a small body: an image is as high and as wide as it is beside the other images of the
 * plot, and as deep as the logarithm of its channels; a vector is a bar as long as the logarithm of
 * its units; a sequence is a sheet.
 */
record Block(double width, double height, double depth) {
  private static final Pattern SIZES = Pattern.compile("[1-9][0-9]{0,8}(×[1-9][0-9]{0,8}){0,2}");
  private static final double LARGEST = 26;
  private static final double SMALLEST = 3;
  private static final double BAR = 7;
  private static final double SLANT = 0.5;

  /** The sizes in a text like 28×28×1; none if it is no such text. */
  static int[] sizes(String shape) {
    return SIZES.matcher(shape).matches()
        ? Arrays.stream(shape.split("×")).mapToInt(Integer::parseInt).toArray()
        : new int[0];
  }

  /** The body of a shape in a plot whose largest image has this side. */
  static Block of(String shape, int largest) {
    int[] sizes = sizes(shape);
    return switch (sizes.length) {
      case 1 -> new Block(length(sizes[0]), BAR, 0);
      case 2 -> new Block(length(sizes[1]), length(sizes[0]), 0);
      case 3 -> new Block(side(sizes[1], largest), side(sizes[0], largest), length(sizes[2]));
      default -> new Block(0, 0, 0);
    };
  }

  private static double side(int size, int largest) {
    return Math.max(SMALLEST, LARGEST * size / largest);
  }

  private static double length(int count) {
    return SMALLEST + 2.6 * Math.log(count) / Math.log(2);
  }

  /** Draws the body around a point. */
  void draw(Drawing drawing, Color color, double center, double middle) {
    double left = center - (width + depth * SLANT) / 2;
    double bottom = middle + (height + depth * SLANT) / 2;
    double top = bottom - height;
    double right = left + width;
    double back = depth * SLANT;
    Color line = Palette.faint(color, 0.85);
    face(
        drawing,
        Palette.faint(color, 0.35),
        line,
        left,
        top,
        right,
        top,
        right + back,
        top - back,
        left + back,
        top - back);
    face(
        drawing,
        Palette.faint(color, 0.55),
        line,
        right,
        bottom,
        right,
        top,
        right + back,
        top - back,
        right + back,
        bottom - back);
    face(
        drawing,
        Palette.faint(color, 0.2),
        line,
        left,
        bottom,
        left,
        top,
        right,
        top,
        right,
        bottom);
  }

  private static void face(Drawing drawing, Color fill, Color line, double... points) {
    Path2D face = new Path2D.Double();
    face.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      face.lineTo(points[i], points[i + 1]);
    }
    face.closePath();
    drawing.fill(face, fill);
    drawing.stroke(face, line, 0.8);
  }
}
