package dev.figment.picture;

import static dev.figment.UsageException.require;

import dev.figment.latent.Points;
import dev.figment.picture.Drawing.Anchor;
import dev.figment.picture.Drawing.Style;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Points that a model made, over real ones in gray: a panel for each model, all of one scale that
 * the real points set. Immutable: each panel gives a new picture.
 *
 * <pre>{@code
 * Scatter.over(reals)
 *     .panel("ring-gan", plain)
 *     .panel("ring-wgan-gp", penalized)
 *     .write(Path.of("ring.png"));
 * }</pre>
 *
 * <p>Made points beyond a panel's frame are left out; a panel with a title says how many. Needs no
 * fonts where no panel has a title.
 */
public final class Scatter {
  private static final double PANEL = 200;
  private static final double GAP = 12;
  private static final double TITLE = 26;
  private static final double MARGIN = 36;
  private static final double REAL = 2.5;
  private static final double MADE = 0.9;
  private static final Color REALS = Palette.faint(Palette.GRAY, 0.45);
  private static final Style WORDS = new Style(11, false, Palette.INK);
  private static final Style QUIET = new Style(9, false, Palette.GRAY);

  private final Points reals;
  private final List<Panel> panels;

  private record Panel(String title, Points made) {}

  private Scatter(Points reals, List<Panel> panels) {
    this.reals = reals;
    this.panels = panels;
  }

  /**
   * Without panels yet.
   *
   * @param reals of size 2, at least one
   * @throws dev.figment.UsageException if they have another size, or there are none
   */
  public static Scatter over(Points reals) {
    requirePlane(reals);
    return new Scatter(reals, List.of());
  }

  private static void requirePlane(Points points) {
    require(
        points.size() == 2 && points.count() > 0,
        "scatter: expected points of 2 numbers, got %d of %d",
        points.count(),
        points.size());
  }

  /**
   * Adds a panel to the right.
   *
   * @param title above it; empty for none
   * @param made of size 2, at least one
   * @throws dev.figment.UsageException if they have another size, or there are none
   */
  public Scatter panel(String title, Points made) {
    requirePlane(made);
    List<Panel> more = new ArrayList<>(panels);
    more.add(new Panel(title, made));
    return new Scatter(reals, List.copyOf(more));
  }

  /**
   * Writes PNG or SVG, as the file's ending says.
   *
   * @throws dev.figment.UsageException if the file ends otherwise
   * @throws dev.figment.DiskException if the file cannot be written
   * @throws dev.figment.FigmentException if there are titles and this system has no fonts
   */
  public void write(Path file) {
    drawing().write(file);
  }

  /** As a picture, two pixels to a point of the drawing. */
  public BufferedImage toImage() {
    return drawing().toImage();
  }

  Drawing drawing() {
    boolean silent = panels.stream().allMatch(panel -> panel.title.isEmpty());
    double top = silent ? GAP : GAP + TITLE;
    Drawing drawing = new Drawing(GAP + panels.size() * (PANEL + GAP), top + PANEL + GAP);
    for (int i = 0; i < panels.size(); i++) {
      Rectangle2D frame = new Rectangle2D.Double(GAP + i * (PANEL + GAP), top, PANEL, PANEL);
      draw(drawing, frame, panels.get(i));
    }
    return drawing;
  }

  private void draw(Drawing drawing, Rectangle2D frame, Panel panel) {
    MapPlane plane = new MapPlane(reals, frame, MARGIN);
    drawing.stroke(frame, Palette.RULE, 1);
    for (int i = 0; i < reals.count(); i++) {
      drawing.fill(dot(plane.x(i), plane.y(i), REAL), REALS);
    }
    int beyond = 0;
    for (int i = 0; i < panel.made.count(); i++) {
      double x = plane.placeAcross(panel.made.values()[2 * i]);
      double y = plane.placeUp(panel.made.values()[2 * i + 1]);
      if (frame.contains(x, y)) {
        drawing.fill(dot(x, y, MADE), Palette.series(0));
      } else {
        beyond++;
      }
    }
    if (!panel.title.isEmpty()) {
      name(drawing, frame, panel.title, beyond);
    }
  }

  private static Ellipse2D dot(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static void name(Drawing drawing, Rectangle2D frame, String title, int beyond) {
    drawing.words(title, frame.getCenterX(), frame.getY() - 8, Anchor.MIDDLE, WORDS);
    if (beyond > 0) {
      String words = String.format(Locale.ROOT, "%,d beyond the edges", beyond);
      drawing.words(words, frame.getCenterX(), frame.getMaxY() - 6, Anchor.MIDDLE, QUIET);
    }
  }
}
