package dev.figment.picture;

import static dev.figment.UsageException.require;

import dev.figment.picture.Drawing.Anchor;
import dev.figment.picture.Drawing.Style;
import java.awt.Color;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Losses or metrics over the course of a training as lines: what was measured faint, its
 * exponential moving average bold. Immutable: each setting gives a new chart.
 *
 * <pre>{@code
 * Chart.titled("mnist-dcgan")
 *     .series("loss/generator", kimg, generator)
 *     .series("loss/discriminator", kimg, discriminator)
 *     .write(Path.of("losses.svg"));
 * }</pre>
 *
 * <p>Values that are not finite leave gaps. The y axis spans all values, unless it is the outermost
 * hundredth at either end that makes it more than four times as long: then those are drawn at the
 * edge, and counted in a note.
 */
public final class Chart {
  /** How strong measured values and intervals are drawn beside the average, from 0 to 1. */
  public static final double FAINT = 0.3;

  private static final double SMOOTHING = 0.02;
  private static final Style TITLE = new Style(19, true, Palette.INK);
  private static final Style WORDS = new Style(13, false, Palette.INK);
  private static final Style QUIET = new Style(13, false, Palette.GRAY);

  /** A curve; its intervals are curves of NaN where there are none. */
  private record Series(Curve measured, Curve low, Curve high) {
    Stream<Curve> all() {
      return Stream.of(measured, low, high);
    }
  }

  private record Line(Series series, Curve average, Color color) {
    Curve measured() {
      return series.measured;
    }
  }

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final double smoothing;
  private final List<Series> curves;

  private Chart(String title, String xLabel, String yLabel, double smoothing, List<Series> curves) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.smoothing = smoothing;
    this.curves = curves;
  }

  /** An empty chart, over kimg. */
  public static Chart titled(String title) {
    return new Chart(title, "kimg: thousands of real images shown", "", SMOOTHING, List.of());
  }

  /** What the x axis counts, where it is not kimg: {@code steps}. */
  public Chart xLabel(String label) {
    return new Chart(title, label, yLabel, smoothing, curves);
  }

  /** What the y axis measures. */
  public Chart yLabel(String label) {
    return new Chart(title, xLabel, label, smoothing, curves);
  }

  /** How far the moving average looks back, as a share of the x axis: 0 (not at all) to 1. */
  public Chart smoothing(double share) {
    require(share >= 0 && share <= 1, "chart: smoothing must be from 0 to 1, got %s", share);
    return new Chart(title, xLabel, yLabel, share, curves);
  }

  /**
   * Adds a line.
   *
   * @param name as in the statistics, {@code loss/generator}
   * @param time what the x axis counts: steps, or thousands of real images shown; never falling
   * @param values one for each time; NaN is a gap
   * @throws dev.figment.UsageException if there are not as many values as times, or times fall
   */
  public Chart series(String name, double[] time, double[] values) {
    double[] none = new double[values.length];
    Arrays.fill(none, Double.NaN);
    return series(name, time, values, none, none);
  }

  /**
   * Adds a line whose values are known within intervals, which are drawn as upright strokes.
   *
   * @param low the lower ends, one for each value; NaN where there is none
   * @param high the upper ends
   * @throws dev.figment.UsageException if there are not as many of each as times, or times fall
   */
  public Chart series(String name, double[] time, double[] values, double[] low, double[] high) {
    List<Series> more = new ArrayList<>(curves);
    more.add(
        new Series(
            new Curve(name, time, values),
            new Curve(name, time, low),
            new Curve(name, time, high)));
    return new Chart(title, xLabel, yLabel, smoothing, List.copyOf(more));
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

  /** The chart as a picture, two pixels to a point. */
  public BufferedImage toImage() {
    return drawing().toImage();
  }

  /**
   * The chart as the text of an SVG image, to stand in a page.
   *
   * @param width in points, in which letters are 12 to 19 high; 300 or more
   * @throws dev.figment.FigmentException if this system has no fonts
   */
  public String toSvg(double width, double height) {
    return new Svg(drawing(width, height)).text();
  }

  Drawing drawing() {
    return drawing(Plot.WIDTH, Plot.HEIGHT);
  }

  /** In so many points. */
  Drawing drawing(double width, double height) {
    Drawing drawing = new Drawing(width, height);
    drawing.words(title, Plot.SIDE, 40, Anchor.START, TITLE);
    List<Line> lines = lines();
    if (lines.isEmpty()) {
      String words = curves.isEmpty() ? "no values yet" : "no finite values";
      drawing.words(words, width / 2, height / 2, Anchor.MIDDLE, WORDS);
      return drawing;
    }
    double top = legend(drawing, lines);
    Plot plot = new Plot(drawing, xAxis(lines), yAxis(lines), top);
    plot.frame(xLabel, yLabel);
    plot.note(lines.stream().mapToLong(line -> plot.beyond(line.measured())).sum());
    lines.forEach(
        line -> plot.strokes(line.series.low, line.series.high, Palette.faint(line.color, FAINT)));
    lines.forEach(line -> plot.draw(line.measured(), Palette.faint(line.color, FAINT), 1));
    lines.forEach(line -> plot.draw(line.average, line.color, 2.4));
    return drawing;
  }

  private List<Line> lines() {
    List<Series> shown = curves.stream().filter(each -> !each.measured.isEmpty()).toList();
    double first = shown.stream().mapToDouble(each -> each.measured.time()[0]).min().orElse(0);
    double last = shown.stream().mapToDouble(each -> each.measured.end()).max().orElse(0);
    return shown.stream()
        .map(
            each ->
                new Line(
                    each,
                    each.measured.smoothed(smoothing * (last - first)),
                    Palette.series(curves.indexOf(each))))
        .toList();
  }

  private static Axis xAxis(List<Line> lines) {
    return Axis.tight(
        lines.stream().mapToDouble(line -> line.measured().time()[0]).min().orElseThrow(),
        lines.stream().mapToDouble(line -> line.measured().end()).max().orElseThrow(),
        8);
  }

  /** Spans all values, unless a few at the edges would flatten the rest. */
  private static Axis yAxis(List<Line> lines) {
    DoubleSummaryStatistics all = span(lines, curve -> Arrays.stream(curve.values()));
    DoubleSummaryStatistics most = span(lines, Curve::withoutExtremes);
    boolean flattened = all.getMax() - all.getMin() > 4 * (most.getMax() - most.getMin());
    DoubleSummaryStatistics shown = flattened ? most : all;
    return Axis.roomy(shown.getMin(), shown.getMax(), 6);
  }

  private static DoubleSummaryStatistics span(
      List<Line> lines, Function<Curve, DoubleStream> values) {
    return lines.stream()
        .flatMap(line -> line.series.all())
        .flatMapToDouble(values)
        .filter(Double::isFinite)
        .summaryStatistics();
  }

  /** Color, name and latest average of each line, in as many rows as they need. */
  private static double legend(Drawing drawing, List<Line> lines) {
    double x = Plot.SIDE;
    double y = 68;
    for (Line line : lines) {
      String name = line.measured().name();
      String latest = Axis.brief(line.average.last());
      double nameWidth = Fonts.width(name, WORDS.size(), false);
      double width = 22 + nameWidth + 8 + Fonts.width(latest, WORDS.size(), false) + 28;
      if (x > Plot.SIDE && x + width > drawing.width()) {
        x = Plot.SIDE;
        y += 22;
      }
      drawing.fill(new RoundRectangle2D.Double(x, y - 7, 15, 5, 5, 5), line.color);
      drawing.words(name, x + 22, y, Anchor.START, WORDS);
      drawing.words(latest, x + 22 + nameWidth + 8, y, Anchor.START, QUIET);
      x += width;
    }
    return y;
  }
}
