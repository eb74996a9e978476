package dev.figment.picture;

import static dev.figment.UsageException.require;

import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.nn.Shape;
import dev.figment.picture.Drawing.Anchor;
import dev.figment.picture.Drawing.Style;
import dev.figment.tensor.RandomStream;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points of a plane, colored by class, with small images at some of them. Immutable: each setting
 * gives a new map.
 *
 * <pre>{@code
 * LatentMap.of("fashion-mnist", map.points())
 *     .examples(set, which)
 *     .write(Path.of("map.png"));
 * }</pre>
 *
 * <p>Both directions have one scale. The points are drawn in an order of their own, so that no
 * class covers another; the more there are, the smaller. Images stand where they touch no other,
 * framed in the color of their class; gray ones that are dark on the whole are drawn as ink on
 * paper, light for dark. From the eleventh class on the colors begin again, as rings.
 */
public final class LatentMap {
  private static final double PLANE = 760;
  private static final double SIDE = 28;
  private static final double TOP = 64;
  private static final double IMAGE = 28;
  private static final double BORDER = 1.5;
  private static final double BETWEEN = 6;
  private static final double ROW = 24;
  private static final Style TITLE = new Style(19, true, Palette.INK);
  private static final Style WORDS = new Style(13, false, Palette.INK);
  private static final Style QUIET = new Style(12, false, Palette.GRAY);

  private record Labels(List<String> names, int[] ofPoints) {}

  private record Axes(String across, String up) {}

  private final String title;
  private final Points points;
  private final Labels labels;
  private final @Nullable Thumbnails images;
  private final @Nullable Axes axes;
  private final int mostImages;

  private LatentMap(
      String title,
      Points points,
      Labels labels,
      @Nullable Thumbnails images,
      @Nullable Axes axes,
      int mostImages) {
    this.title = title;
    this.points = points;
    this.labels = labels;
    this.images = images;
    this.axes = axes;
    this.mostImages = mostImages;
  }

  /**
   * A map of these points, in one color.
   *
   * @param points of size 2, as of {@code TSne}, of a latent space of two numbers, or of two
   *     principal components
   * @throws dev.figment.UsageException if they have another size, or there are none
   */
  public static LatentMap of(String title, Points points) {
    require(
        points.size() == 2 && points.count() > 0,
        "latent map: expected points of 2 numbers, got %d of %d",
        points.count(),
        points.size());
    Labels one = new Labels(List.of(), new int[points.count()]);
    return new LatentMap(title, points, one, null, null, Integer.MAX_VALUE);
  }

  /**
   * Colors the points, with a legend.
   *
   * @param names of the classes; none for a single color
   * @param ofPoints the class of each point, an index into the names
   * @throws dev.figment.UsageException if there are not as many labels as points, or one has no
   *     name
   */
  public LatentMap classes(List<String> names, int[] ofPoints) {
    requireOnePerPoint("labels", ofPoints.length);
    int highest = Math.max(0, names.size() - 1);
    for (int label : ofPoints) {
      require(
          label >= 0 && label <= highest,
          "latent map: expected labels from 0 to %d, got %d",
          highest,
          label);
    }
    Labels changed = new Labels(List.copyOf(names), ofPoints.clone());
    return new LatentMap(title, points, changed, images, axes, mostImages);
  }

  /**
   * Shows some of the points as images.
   *
   * @param shape of 1 or 3 channels
   * @param pixels an image for each point: rows from the top, channels last, 0 to 255
   * @throws dev.figment.UsageException if the shape is no image, or there are not as many as points
   */
  public LatentMap images(Shape shape, byte[] pixels) {
    requireOnePerPoint("images", pixels.length / (double) shape.count());
    Thumbnails changed = Thumbnails.of(shape, pixels.clone());
    return new LatentMap(title, points, labels, changed, axes, mostImages);
  }

  /**
   * Colors the points by the classes of the examples that they stand for, and shows some of these.
   *
   * @param which the example of each point
   * @throws dev.figment.UsageException if there are not as many as points
   */
  public LatentMap examples(ImageSet set, int[] which) {
    LatentMap colored = classes(set.classes(), Arrays.stream(which).map(set::label).toArray());
    if (!set.holdsBytes()) {
      return colored;
    }
    int[] examples = which.clone();
    Thumbnails changed =
        new Thumbnails(
            set.shape(),
            point -> {
              byte[] pixels = new byte[set.shape().count()];
              set.copyBytes(examples[point], pixels, 0);
              return pixels;
            });
    return new LatentMap(title, points, colored.labels, changed, axes, mostImages);
  }

  /** Draws scales, for spaces whose numbers mean something; a t-SNE map's do not. */
  public LatentMap axes(String across, String up) {
    return new LatentMap(title, points, labels, images, new Axes(across, up), mostImages);
  }

  /** Shows no more images than this, of those that there is room for; 0 or more. */
  public LatentMap mostImages(int most) {
    require(most >= 0, "latent map: expected at least 0 images, got %d", most);
    return new LatentMap(title, points, labels, images, axes, most);
  }

  private void requireOnePerPoint(String what, double count) {
    require(
        count == points.count(),
        "latent map: expected as many %s as points (%d), got %s",
        what,
        points.count(),
        count == Math.rint(count) ? String.valueOf((long) count) : String.valueOf(count));
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

  /** The map as a picture, two pixels to a point of the drawing. */
  public BufferedImage toImage() {
    return drawing().toImage();
  }

  /**
   * The points and images alone, without title, scales and legend, as the text of an SVG image, to
   * stand in a page.
   */
  public String planeSvg() {
    Drawing drawing = new Drawing(PLANE, PLANE);
    draw(drawing, plane(new Rectangle2D.Double(0, 0, PLANE, PLANE)));
    return new Svg(drawing).text();
  }

  Drawing drawing() {
    double left = SIDE + (axes == null ? 0 : 40);
    double top = TOP + (axes == null ? 0 : 16);
    double bottom = axes == null ? SIDE : 58;
    double width = Math.max(left + PLANE + legendWidth(), SIDE + titleWidth());
    double height = Math.max(PLANE + bottom, ROW * (2 + labels.names.size()));
    Drawing drawing = new Drawing(width + SIDE, top + height);
    Rectangle2D frame = new Rectangle2D.Double(left, top, PLANE, PLANE);
    drawing.words(title, SIDE, 40, Anchor.START, TITLE);
    MapPlane plane = plane(frame);
    scales(drawing, plane, frame);
    draw(drawing, plane);
    legend(drawing, frame.getMaxX() + SIDE, top + ROW);
    return drawing;
  }

  private MapPlane plane(Rectangle2D frame) {
    return new MapPlane(points, frame, IMAGE / 2 + BORDER + 2);
  }

  private void draw(Drawing drawing, MapPlane plane) {
    int[] order = shuffled();
    dots(drawing, plane, order);
    images(drawing, plane, order);
  }

  /** The same every time. */
  private int[] shuffled() {
    int[] order = new int[points.count()];
    RandomStream stream = RandomStream.named("map", order.length);
    for (int i = 0; i < order.length; i++) {
      int other = stream.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  private void scales(Drawing drawing, MapPlane plane, Rectangle2D frame) {
    if (axes == null) {
      return;
    }
    plane.scales(drawing, 8, QUIET);
    drawing.words(axes.across, frame.getCenterX(), frame.getMaxY() + 40, Anchor.MIDDLE, QUIET);
    drawing.words(axes.up, SIDE, frame.getY() - 6, Anchor.START, QUIET);
  }

  private void dots(Drawing drawing, MapPlane plane, int[] order) {
    double room = PLANE / Math.sqrt(points.count());
    double radius = Math.max(1, Math.min(4, 0.17 * room));
    for (int point : order) {
      dot(drawing, plane.x(point), plane.y(point), radius, labels.ofPoints[point]);
    }
  }

  private static void dot(Drawing drawing, double x, double y, double radius, int label) {
    Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    if (Palette.isRing(label)) {
      drawing.stroke(circle, Palette.ofClass(label), radius / 2);
    } else {
      drawing.fill(circle, Palette.ofClass(label));
    }
  }

  private void images(Drawing drawing, MapPlane plane, int[] order) {
    if (images == null || mostImages == 0) {
      return;
    }
    List<Integer> apart = plane.apart(order, IMAGE + 2 * BORDER + BETWEEN);
    List<Integer> shown = apart.subList(0, Math.min(mostImages, apart.size()));
    boolean asInk = images.areDark(shown);
    for (int point : shown) {
      Color color = Palette.ofClass(labels.ofPoints[point]);
      image(drawing, images.image(point, asInk), plane.x(point), plane.y(point), color);
    }
  }

  private static void image(
      Drawing drawing, BufferedImage image, double x, double y, Color border) {
    double unit = IMAGE / Math.max(image.getWidth(), image.getHeight());
    double width = unit * image.getWidth();
    double height = unit * image.getHeight();
    double left = Math.rint(2 * (x - width / 2)) / 2; // on whole pixels
    double top = Math.rint(2 * (y - height / 2)) / 2;
    Rectangle2D place = new Rectangle2D.Double(left, top, width, height);
    drawing.fill(grown(place, BORDER + 1), Palette.PAPER);
    drawing.fill(grown(place, BORDER), border);
    drawing.image(image, left, top, width, height);
  }

  private static Rectangle2D grown(Rectangle2D place, double by) {
    return new Rectangle2D.Double(
        place.getX() - by,
        place.getY() - by,
        place.getWidth() + 2 * by,
        place.getHeight() + 2 * by);
  }

  private double titleWidth() {
    return Math.ceil(Fonts.width(title, TITLE.size(), true));
  }

  private double legendWidth() {
    return labels.names.stream()
        .mapToDouble(name -> SIDE + 18 + Fonts.width(name, WORDS.size(), false))
        .map(Math::ceil)
        .max()
        .orElse(0);
  }

  private void legend(Drawing drawing, double left, double top) {
    double y = top;
    for (int label = 0; label < labels.names.size(); label++) {
      dot(drawing, left + 5, y - 4.5, 5, label);
      drawing.words(labels.names.get(label), left + 18, y, Anchor.START, WORDS);
      y += ROW;
    }
  }
}
