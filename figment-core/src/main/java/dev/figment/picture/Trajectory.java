package dev.figment.picture;

import static dev.figment.UsageException.require;

import dev.figment.picture.Drawing.Anchor;
import dev.figment.picture.Drawing.Style;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One number of a training against another, a dot for each time at which both were measured,
 * colored from the first to the last: generator loss against discriminator loss, for instance.
 * Immutable: each setting gives a new picture.
 *
 * <pre>{@code
 * Trajectory.titled("mnist-five-gan")
 *     .axes("loss/discriminator", "loss/generator")
 *     .points(discriminator, generator)
 *     .write(Path.of("loss-scatter.png"));
 * }</pre>
 *
 * <p>Numbers that are not finite are left out. Axes span all others.
 */
public final class Trajectory {
  private static final double SIDE = 560;
  private static final double RADIUS = 3;
  private static final double STRIP = 120;
  private static final int SHADES = 40;
  private static final Style TITLE = new Style(19, true, Palette.INK);
  private static final Style WORDS = new Style(13, false, Palette.INK);

  private final String title;
  private final String across;
  private final String up;
  private final double[] x;
  private final double[] y;

  private Trajectory(String title, String across, String up, double[] x, double[] y) {
    this.title = title;
    this.across = across;
    this.up = up;
    this.x = x;
    this.y = y;
  }

  /** Without points yet. */
  public static Trajectory titled(String title) {
    return new Trajectory(title, "", "", new double[0], new double[0]);
  }

  /** What the two numbers are. */
  public Trajectory axes(String across, String up) {
    return new Trajectory(title, across, up, x, y);
  }

  /**
   * The numbers, in the order of time.
   *
   * @throws dev.figment.UsageException if there are not as many of one as of the other
   */
  public Trajectory points(double[] x, double[] y) {
    require(
        x.length == y.length,
        "trajectory: expected as many numbers across as up, got %d and %d",
        x.length,
        y.length);
    int[] finite = IntStream.range(0, x.length).filter(i -> Double.isFinite(x[i] + y[i])).toArray();
    return new Trajectory(title, across, up, chosen(x, finite), chosen(y, finite));
  }

  private static double[] chosen(double[] of, int[] which) {
    return Arrays.stream(which).mapToDouble(i -> of[i]).toArray();
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

  /** As a picture, two pixels to a point of the drawing. */
  public BufferedImage toImage() {
    return drawing().toImage();
  }

  Drawing drawing() {
    Drawing drawing = new Drawing(SIDE, SIDE);
    drawing.words(title, Plot.SIDE, 40, Anchor.START, TITLE);
    if (x.length == 0) {
      drawing.words("no values yet", SIDE / 2, SIDE / 2, Anchor.MIDDLE, WORDS);
      return drawing;
    }
    legend(drawing);
    Plot plot = new Plot(drawing, axis(x), axis(y), 68);
    plot.frame(across, up);
    for (int i = 0; i < x.length; i++) {
      plot.point(x[i], y[i], RADIUS, Palette.ofTime((double) i / Math.max(1, x.length - 1)));
    }
    return drawing;
  }

  private static Axis axis(double[] values) {
    return Axis.roomy(
        Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow(), 6);
  }

  /** The colors from the first to the last. */
  private static void legend(Drawing drawing) {
    double left = Plot.SIDE + Fonts.width("first", WORDS.size(), false) + 8;
    drawing.words("first", Plot.SIDE, 68, Anchor.START, WORDS);
    double shade = STRIP / SHADES;
    for (int i = 0; i < SHADES; i++) {
      drawing.fill(
          new Rectangle2D.Double(left + i * shade, 58, shade + 0.5, 10),
          Palette.ofTime((double) i / (SHADES - 1)));
    }
    drawing.words("last", left + STRIP + 8, 68, Anchor.START, WORDS);
  }
}
