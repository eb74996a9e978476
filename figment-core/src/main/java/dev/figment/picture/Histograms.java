package dev.figment.picture;

import dev.figment.latent.Histogram;
import dev.figment.picture.Drawing.Anchor;
import dev.figment.picture.Drawing.Style;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Histograms side by side, a panel each: bars of percent, and a line at the mean. Immutable: each
 * panel gives a new picture. Needs fonts.
 */
public final class Histograms {
  private static final double WIDTH = 380;
  private static final double HEIGHT = 240;
  private static final double LEFT = 64;
  private static final double TOP = 104;
  private static final double BOTTOM = 58;
  private static final Style TITLE = new Style(19, true, Palette.INK);
  private static final Style WORDS = new Style(13, false, Palette.INK);
  private static final Style LABEL = new Style(12, false, Palette.GRAY);

  private record Panel(String name, Histogram histogram, double mean) {}

  private final String title;
  private final List<Panel> panels;

  private Histograms(String title, List<Panel> panels) {
    this.title = title;
    this.panels = panels;
  }

  /** Without panels yet. */
  public static Histograms titled(String title) {
    return new Histograms(title, List.of());
  }

  /**
   * Adds a panel to the right.
   *
   * @param name what is counted
   * @param mean of the values, within the histogram's interval
   */
  public Histograms panel(String name, Histogram histogram, double mean) {
    List<Panel> more = new ArrayList<>(panels);
    more.add(new Panel(name, histogram, mean));
    return new Histograms(title, List.copyOf(more));
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
    double width = Math.max(panels.size() * (LEFT + WIDTH), 28 + titleWidth()) + 28;
    Drawing drawing = new Drawing(width, TOP + HEIGHT + BOTTOM);
    drawing.words(title, 28, 40, Anchor.START, TITLE);
    for (int i = 0; i < panels.size(); i++) {
      double left = LEFT + i * (LEFT + WIDTH);
      draw(drawing, new Rectangle2D.Double(left, TOP, WIDTH, HEIGHT), panels.get(i));
    }
    return drawing;
  }

  private double titleWidth() {
    return Fonts.width(title, TITLE.size(), true);
  }

  private static void draw(Drawing drawing, Rectangle2D frame, Panel panel) {
    Histogram histogram = panel.histogram;
    double most = histogram.shares().stream().mapToDouble(share -> 100 * share).max().orElse(1);
    Axis up = Axis.tight(0, most * 1.05, 5);
    Axis across = Axis.tight(histogram.low(), histogram.high(), 6);
    drawing.words(panel.name, frame.getX(), frame.getY() - 32, Anchor.START, WORDS);
    scales(drawing, frame, across, up);
    double bar = frame.getWidth() / histogram.shares().size();
    for (int i = 0; i < histogram.shares().size(); i++) {
      double height = up.at(100 * histogram.shares().get(i)) * frame.getHeight();
      drawing.fill(
          new Rectangle2D.Double(
              frame.getX() + i * bar, frame.getMaxY() - height, Math.max(0.5, bar - 1), height),
          Palette.series(0));
    }
    mean(drawing, frame, frame.getX() + across.at(panel.mean) * frame.getWidth(), panel.mean);
  }

  private static void scales(Drawing drawing, Rectangle2D frame, Axis across, Axis up) {
    for (double tick : up.ticks()) {
      double y = frame.getMaxY() - up.at(tick) * frame.getHeight();
      drawing.stroke(new Line2D.Double(frame.getX(), y, frame.getMaxX(), y), Palette.RULE, 1);
      drawing.words(up.label(tick) + " %", frame.getX() - 8, y + 4, Anchor.END, LABEL);
    }
    for (double tick : across.ticks()) {
      double x = frame.getX() + across.at(tick) * frame.getWidth();
      drawing.words(across.label(tick), x, frame.getMaxY() + 18, Anchor.MIDDLE, LABEL);
    }
  }

  private static void mean(Drawing drawing, Rectangle2D frame, double x, double mean) {
    drawing.stroke(new Line2D.Double(x, frame.getY(), x, frame.getMaxY()), Palette.series(1), 1.5);
    boolean isLeft = x < frame.getCenterX();
    drawing.words(
        String.format(Locale.ROOT, "mean %.3f", mean),
        x + (isLeft ? 6 : -6),
        frame.getY() + 10,
        isLeft ? Anchor.START : Anchor.END,
        LABEL);
  }
}
