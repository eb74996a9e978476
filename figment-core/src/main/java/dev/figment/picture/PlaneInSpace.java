package dev.figment.picture;

import static dev.figment.UsageException.require;

import dev.figment.latent.Points;
import dev.figment.picture.Drawing.Anchor;
import dev.figment.picture.Drawing.Style;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * Points in space with the surface that a model of two latent numbers has for them, and beside it
 * the points by these two numbers. A line leads from each point to its place on the surface. Seen
 * from above, without perspective; the third number is upwards. Needs fonts.
 *
 * @param title above both
 * @param points of size 3
 * @param reconstructions of size 3: the place of each point on the surface
 * @param codings of size 2: the two numbers of each point
 * @param mesh of size 3: the surface at places of a regular grid, row after row
 * @param columns of the mesh
 */
public record PlaneInSpace(
    String title, Points points, Points reconstructions, Points codings, Points mesh, int columns) {
  private static final double PANEL = 400;
  private static final double SIDE = 28;
  private static final double LEFT = 64;
  private static final double TOP = 96;
  private static final double BOTTOM = 62;
  private static final double MARGIN = 24;
  private static final double AZIMUTH = Math.toRadians(-60);
  private static final double ELEVATION = Math.toRadians(25);
  private static final Color SURFACE = Palette.faint(Palette.series(0), 0.45);
  private static final Color ERROR = Palette.faint(Palette.GRAY, 0.7);
  private static final Style TITLE = new Style(19, true, Palette.INK);
  private static final Style WORDS = new Style(13, false, Palette.INK);
  private static final Style LABEL = new Style(12, false, Palette.GRAY);

  /**
   * @throws dev.figment.UsageException if sizes or counts do not fit, or there are no points
   */
  public PlaneInSpace {
    require(
        points.size() == 3 && reconstructions.size() == 3 && mesh.size() == 3,
        "plane in space: expected points of 3 numbers, got %d, %d and %d",
        points.size(),
        reconstructions.size(),
        mesh.size());
    require(codings.size() == 2, "plane in space: expected codings of 2, got %d", codings.size());
    require(
        points.count() > 0
            && points.count() == reconstructions.count()
            && points.count() == codings.count(),
        "plane in space: expected as many reconstructions and codings as points (%d), got %d and"
            + " %d",
        points.count(),
        reconstructions.count(),
        codings.count());
    require(
        columns >= 1 && mesh.count() > 0 && mesh.count() % columns == 0,
        "plane in space: expected a mesh of whole rows of %d, got %d places",
        columns,
        mesh.count());
  }

  /**
   * Writes PNG or SVG, as the file's ending says.
   *
   * @throws dev.figment.UsageException if the file ends otherwise
   * @throws dev.figment.DiskException if the file cannot be written
   * @throws dev.figment.FigmentException if this system has no fonts
   */
  public void write(Path file) {
    drawing().write(file);
  }

  /** The picture, two pixels to a point of the drawing. */
  public BufferedImage toImage() {
    return drawing().toImage();
  }

  Drawing drawing() {
    double width = Math.max(SIDE + PANEL + LEFT + PANEL, Fonts.width(title, 19, true)) + SIDE;
    Drawing drawing = new Drawing(width + SIDE, TOP + PANEL + BOTTOM);
    drawing.words(title, SIDE, 40, Anchor.START, TITLE);
    drawing.words("points, and the surface of the codings", SIDE, TOP - 20, Anchor.START, WORDS);
    space(drawing, new Rectangle2D.Double(SIDE, TOP, PANEL, PANEL));
    double right = SIDE + PANEL + LEFT;
    drawing.words("codings", right, TOP - 20, Anchor.START, WORDS);
    plane(drawing, new Rectangle2D.Double(right, TOP, PANEL, PANEL));
    return drawing;
  }

  /** Everything in one scale: points, then their places on the surface, then its mesh. */
  private void space(Drawing drawing, Rectangle2D frame) {
    int count = points.count();
    MapPlane seen = new MapPlane(seen(points, reconstructions, mesh), frame, MARGIN);
    drawing.stroke(frame, Palette.RULE, 1);
    for (int i = 0; i < mesh.count(); i++) {
      int at = 2 * count + i;
      if ((i + 1) % columns > 0) {
        line(drawing, seen, at, at + 1, SURFACE);
      }
      if (i + columns < mesh.count()) {
        line(drawing, seen, at, at + columns, SURFACE);
      }
    }
    for (int i = 0; i < count; i++) {
      line(drawing, seen, i, count + i, ERROR);
    }
    for (int i = 0; i < count; i++) {
      dot(drawing, seen.x(count + i), seen.y(count + i), 1.6, Palette.series(0));
      dot(drawing, seen.x(i), seen.y(i), 3, Palette.series(1));
    }
  }

  /** How all of them are seen: across and upwards. */
  private static Points seen(Points... all) {
    int count = 0;
    for (Points each : all) {
      count += each.count();
    }
    float[] flat = new float[2 * count];
    int next = 0;
    for (Points each : all) {
      for (int i = 0; i < each.count(); i++, next += 2) {
        float[] p = each.row(i);
        flat[next] = (float) (Math.cos(AZIMUTH) * p[1] - Math.sin(AZIMUTH) * p[0]);
        double away = Math.cos(AZIMUTH) * p[0] + Math.sin(AZIMUTH) * p[1];
        flat[next + 1] = (float) (Math.cos(ELEVATION) * p[2] - Math.sin(ELEVATION) * away);
      }
    }
    return new Points(flat, 2);
  }

  private void plane(Drawing drawing, Rectangle2D frame) {
    MapPlane plane = new MapPlane(codings, frame, MARGIN);
    plane.scales(drawing, 6, LABEL);
    drawing.words(
        "first number, and second upwards",
        frame.getCenterX(),
        frame.getMaxY() + 40,
        Anchor.MIDDLE,
        LABEL);
    for (int i = 0; i < codings.count(); i++) {
      dot(drawing, plane.x(i), plane.y(i), 3, Palette.series(1));
    }
  }

  private static void line(Drawing drawing, MapPlane seen, int from, int to, Color color) {
    drawing.stroke(
        new Line2D.Double(seen.x(from), seen.y(from), seen.x(to), seen.y(to)), color, 0.8);
  }

  private static void dot(Drawing drawing, double x, double y, double radius, Color color) {
    drawing.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), color);
  }
}
