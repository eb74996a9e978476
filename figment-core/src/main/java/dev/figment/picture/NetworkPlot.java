package dev.figment.picture;

import static dev.figment.UsageException.require;

import dev.figment.nn.Architecture;
import dev.figment.nn.JoinedNetworks;
import dev.figment.nn.Summary;
import dev.figment.picture.Drawing.Anchor;
import dev.figment.picture.Drawing.Style;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Networks as columns of boxes, one box a layer, with the shape that leaves it drawn beside it: an
 * image as a block, a vector as a bar. Layers with parameters are tinted.
 *
 * <pre>{@code
 * NetworkPlot.of("mnist-dcgan", List.of(
 *     new Column("generator", List.of(
 *         new Box("input", "100", 0),
 *         new Box("dense", "6272", 633472)))))
 *     .write(Path.of("networks.svg"));
 * }</pre>
 */
public final class NetworkPlot {
  /** One network, from its input down. */
  public record Column(String title, List<Box> boxes) {
    public Column {
      boxes = List.copyOf(boxes);
      require(!boxes.isEmpty(), "network plot: column %s: expected at least one box", title);
    }

    /** A box for the input and for each layer. */
    public static Column of(Architecture network) {
      List<Box> boxes = new ArrayList<>();
      boxes.add(new Box("input", network.input().toString(), 0));
      List<Summary.Row> rows = network.summary().rows();
      for (int i = 0; i < rows.size(); i++) {
        Summary.Row row = rows.get(i);
        String layer = LayerWords.of(network.layers().get(i));
        boxes.add(new Box(layer, row.output().toString(), row.parameters()));
      }
      return new Column(network.name(), boxes);
    }

    /** A box for the input and for each network; the frozen one learns nothing, and says so. */
    public static Column of(JoinedNetworks joined) {
      List<Box> boxes = new ArrayList<>();
      boxes.add(new Box("input", joined.learning().input().toString(), 0));
      List<Summary.Row> rows = joined.summary().rows();
      for (Summary.Row row : rows) {
        boxes.add(new Box(row.layer(), row.output().toString(), row.trainable()));
      }
      return new Column(joined.name(), boxes);
    }

    long parameters() {
      return boxes.stream().mapToLong(Box::parameters).sum();
    }
  }

  /**
   * One layer.
   *
   * @param layer its name and what sets it apart, {@code conv2d 64 · 3×3 · stride 2}
   * @param shape what leaves it, {@code 14×14×64}
   * @param parameters how many numbers it learns; 0 or more
   */
  public record Box(String layer, String shape, long parameters) {
    public Box {
      require(
          parameters >= 0,
          "network plot: layer %s: parameters must be at least 0, got %d",
          layer,
          parameters);
    }
  }

  private static final double MARGIN = 32;
  private static final double BETWEEN = 48;
  private static final double TOP = 124;
  private static final double BLOCK = 84;
  private static final double BOX = 44;
  private static final double ARROW = 20;
  private static final double PADDING = 14;
  private static final Style TITLE = new Style(19, true, Palette.INK);
  private static final Style NAME = new Style(14, true, Palette.INK);
  private static final Style QUIET = new Style(12, false, Palette.GRAY);
  private static final Style LAYER = new Style(13, false, Palette.INK);
  private static final Style COUNT = new Style(11, false, Palette.GRAY);

  private final String title;
  private final List<Column> columns;

  private NetworkPlot(String title, List<Column> columns) {
    this.title = title;
    this.columns = columns;
  }

  /**
   * A plot of these networks, side by side.
   *
   * @throws dev.figment.UsageException if there is no column
   */
  public static NetworkPlot of(String title, List<Column> columns) {
    require(!columns.isEmpty(), "network plot: expected at least one column");
    return new NetworkPlot(title, List.copyOf(columns));
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

  /** The plot as a picture, two pixels to a point. */
  public BufferedImage toImage() {
    return drawing().toImage();
  }

  Drawing drawing() {
    double[] widths = columns.stream().mapToDouble(NetworkPlot::boxWidth).toArray();
    int longest = columns.stream().mapToInt(column -> column.boxes.size()).max().orElseThrow();
    double width = 2 * MARGIN - BETWEEN;
    for (double each : widths) {
      width += each + BLOCK + BETWEEN;
    }
    width = Math.max(width, 2 * MARGIN + Fonts.width(title, TITLE.size(), true));
    Drawing drawing = new Drawing(width, TOP + longest * (BOX + ARROW) - ARROW + MARGIN);
    drawing.words(title, MARGIN, 46, Anchor.START, TITLE);
    double left = MARGIN;
    for (int i = 0; i < widths.length; i++) {
      draw(drawing, columns.get(i), Palette.series(i), left, widths[i]);
      left += widths[i] + BLOCK + BETWEEN;
    }
    return drawing;
  }

  /** How wide the boxes are: as the widest words of a column need. */
  private static double boxWidth(Column column) {
    double heading =
        Math.max(
            Fonts.width(column.title, NAME.size(), true),
            Fonts.width(parameters(column.parameters()), QUIET.size(), false));
    return column.boxes.stream()
        .mapToDouble(NetworkPlot::widthOfWords)
        .reduce(Math.max(200, heading), Math::max);
  }

  private static double widthOfWords(Box box) {
    double words =
        Math.max(
            Fonts.width(box.layer, LAYER.size(), false),
            Fonts.width(box.shape, QUIET.size(), false)
                + 24
                + Fonts.width(parameters(box.parameters), COUNT.size(), false));
    return words + 2 * PADDING;
  }

  private void draw(Drawing drawing, Column column, Color color, double left, double width) {
    drawing.words(column.title, left, 84, Anchor.START, NAME);
    drawing.words(parameters(column.parameters()), left, 102, Anchor.START, QUIET);
    double y = TOP;
    for (int i = 0; i < column.boxes.size(); i++) {
      Box box = column.boxes.get(i);
      draw(drawing, box, color, new RoundRectangle2D.Double(left, y, width, BOX, 10, 10));
      Block.of(box.shape, largest()).draw(drawing, color, left + width + BLOCK / 2, y + BOX / 2);
      if (i > 0) {
        arrow(drawing, left + width / 2, y - ARROW + 3, y - 3);
      }
      y += BOX + ARROW;
    }
  }

  /** The longest side of all images in the plot, so that all blocks have one scale. */
  private int largest() {
    return columns.stream()
        .flatMap(column -> column.boxes.stream())
        .flatMap(box -> Stream.of(Block.sizes(box.shape)))
        .filter(sizes -> sizes.length == 3)
        .mapToInt(sizes -> Math.max(sizes[0], sizes[1]))
        .max()
        .orElse(1);
  }

  private static void draw(Drawing drawing, Box box, Color color, RoundRectangle2D.Double place) {
    boolean learns = box.parameters > 0;
    drawing.fill(place, learns ? Palette.faint(color, 0.12) : Palette.PAPER);
    drawing.stroke(place, learns ? Palette.faint(color, 0.6) : Palette.RULE, learns ? 1.2 : 1);
    double left = place.x + PADDING;
    drawing.words(box.layer, left, place.y + 18, Anchor.START, LAYER);
    drawing.words(box.shape, left, place.y + 35, Anchor.START, QUIET);
    if (learns) {
      double right = place.x + place.width - PADDING;
      drawing.words(parameters(box.parameters), right, place.y + 35, Anchor.END, COUNT);
    }
  }

  private static String parameters(long count) {
    return String.format(Locale.ROOT, count == 1 ? "%,d parameter" : "%,d parameters", count);
  }

  private static void arrow(Drawing drawing, double x, double from, double to) {
    drawing.stroke(new Line2D.Double(x, from, x, to - 4), Palette.GRAY, 1.2);
    Path2D head = new Path2D.Double();
    head.moveTo(x - 4, to - 5);
    head.lineTo(x + 4, to - 5);
    head.lineTo(x, to);
    head.closePath();
    drawing.fill(head, Palette.GRAY);
  }
}
