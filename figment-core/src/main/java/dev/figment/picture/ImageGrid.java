package dev.figment.picture;

import static dev.figment.UsageException.require;

import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.format.Png;
import dev.figment.format.Rgb;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Many images of one shape side by side, row by row, pixel for pixel. Immutable: each setting gives
 * a new grid.
 *
 * <pre>{@code
 * ImageGrid.of(Shape.image(28, 28, 1), pixels).columns(8).writePng(Path.of("digits.png"));
 * }</pre>
 *
 * <p>Without settings the grid is as square as can be, with a margin of 2 pixels, and true to the
 * pixel but for images below 48 pixels, which are zoomed by 2 to be comfortable to look at.
 */
public final class ImageGrid {
  private static final int SMALL = 48;
  private static final int MARGIN = 2;
  private static final int FRAME = 3;
  private static final int TEXT_SIZE = 12;
  private static final int LINE = 18;

  private final Shape shape;
  private final byte[] pixels;
  private final GridLayout layout;

  private ImageGrid(Shape shape, byte[] pixels, GridLayout layout) {
    this.shape = shape;
    this.pixels = pixels;
    this.layout = layout;
  }

  /**
   * A grid of images.
   *
   * @param imageShape height × width × channels of one image; 1 channel is gray, 3 are red, green
   *     and blue
   * @param pixels all images one after another, rows from the top, channels last, 0 to 255
   * @throws dev.figment.UsageException if the shape is no image, or the pixels are not a whole
   *     number of them
   */
  public static ImageGrid of(Shape imageShape, byte[] pixels) {
    require(
        imageShape.isImage() && (imageShape.channels() == 1 || imageShape.channels() == 3),
        "image grid: expected images of 1 or 3 channels, got %s",
        imageShape);
    require(
        pixels.length > 0 && pixels.length % imageShape.count() == 0,
        "image grid: expected a multiple of %d pixel values (%s), got %d",
        imageShape.count(),
        imageShape,
        pixels.length);
    int columns = (int) Math.ceil(Math.sqrt(pixels.length / imageShape.count()));
    int scale = Math.max(imageShape.height(), imageShape.width()) < SMALL ? 2 : 1;
    return new ImageGrid(imageShape, pixels.clone(), new GridLayout(columns, MARGIN, scale));
  }

  /**
   * A grid of images that a network takes or makes.
   *
   * @param images (examples, channels, height, width)
   * @param range the interval that they are in; what lies beyond it is clipped
   * @throws dev.figment.UsageException if the tensor is no images of 1 or 3 channels
   */
  public static ImageGrid of(Tensor images, Range range) {
    require(
        images.rank() == 4,
        "image grid: expected a tensor of (examples, channels, height, width), got %s",
        images.describe());
    Shape shape = Shape.image((int) images.size(2), (int) images.size(3), (int) images.size(1));
    return of(shape, range.toBytes(images));
  }

  /**
   * A grid of some examples of a set.
   *
   * @param which their numbers; one may come twice
   * @throws dev.figment.UsageException if the set holds vectors
   */
  public static ImageGrid examples(ImageSet set, int[] which) {
    require(set.holdsBytes(), "image grid: expected a set of images, %s holds vectors", set.name());
    int size = set.shape().count();
    byte[] pixels = new byte[which.length * size];
    for (int i = 0; i < which.length; i++) {
      set.copyBytes(which[i], pixels, i * size);
    }
    return of(set.shape(), pixels);
  }

  /**
   * The first image of a picture that a grid without settings but for columns became.
   *
   * @param picture as {@link #toImage} gives it, or read from {@link #writePng}
   * @return its pixels, channels last
   * @throws dev.figment.UsageException if the picture is smaller than one image in its margin
   */
  public static byte[] firstOf(BufferedImage picture, Shape imageShape) {
    GridLayout one = of(imageShape, new byte[imageShape.count()]).layout;
    require(
        picture.getWidth() >= one.x(1, imageShape.width())
            && picture.getHeight() >= one.y(1, imageShape.height()),
        "image grid: expected a picture of images of %s, got one of %d×%d pixels",
        imageShape,
        picture.getHeight(),
        picture.getWidth());
    byte[] pixels = new byte[imageShape.count()];
    for (int i = 0; i < imageShape.height() * imageShape.width(); i++) {
      int x = one.margin() + i % imageShape.width() * one.scale();
      int y = one.margin() + i / imageShape.width() * one.scale();
      int color = picture.getRGB(x, y);
      for (int channel = 0; channel < imageShape.channels(); channel++) {
        pixels[i * imageShape.channels() + channel] = (byte) (color >> 16 - 8 * channel);
      }
    }
    return pixels;
  }

  /** How many images stand in a row; at least 1. */
  public ImageGrid columns(int columns) {
    return with(layout.withColumns(columns));
  }

  /** The pixels between and around images, not zoomed; 0 or more. */
  public ImageGrid margin(int margin) {
    return with(layout.withMargin(margin));
  }

  /** How many pixels of the grid, in height and width, one pixel of an image becomes; 1 or more. */
  public ImageGrid scale(int scale) {
    return with(layout.withScale(scale));
  }

  /** Words left of the rows, from the top; needs fonts. */
  public ImageGrid rowLabels(List<String> labels) {
    return with(layout.withRowLabels(labels));
  }

  /** Words above the columns, from the left; needs fonts. */
  public ImageGrid columnLabels(List<String> labels) {
    return with(layout.withColumnLabels(labels));
  }

  /**
   * A frame around some images, in the margin.
   *
   * @param images their numbers, from 0
   */
  public ImageGrid framed(Set<Integer> images) {
    return with(layout.withFramed(images));
  }

  /** The images in a tone; what is between them stays as it is. */
  public ImageGrid toned(Tone tone) {
    return new ImageGrid(shape, tone.of(shape, pixels), layout);
  }

  private ImageGrid with(GridLayout changed) {
    return new ImageGrid(shape, pixels, changed);
  }

  /** How many images there are. */
  public int count() {
    return pixels.length / shape.count();
  }

  /** How many rows they fill. */
  public int rows() {
    return (count() + layout.columns() - 1) / layout.columns();
  }

  /**
   * Writes the grid as PNG.
   *
   * @throws dev.figment.DiskException if the file cannot be written
   */
  public void writePng(Path file) {
    Png.write(toImage(), file);
  }

  /**
   * The grid as a picture.
   *
   * @throws dev.figment.UsageException if there are more labels than rows or columns, or the
   *     picture would have more than 2^31 pixels
   */
  public BufferedImage toImage() {
    checkLabels("row", layout.rowLabels(), rows());
    checkLabels("column", layout.columnLabels(), layout.columns());
    int left = widthOfRowLabels();
    int top = layout.columnLabels().isEmpty() ? 0 : LINE;
    BufferedImage grid = blank(left, top);
    layout.framed().forEach(image -> frame(image, grid, left, top));
    for (int i = 0; i < count(); i++) {
      paste(i, grid, (int) (left + x(i % layout.columns())), (int) (top + y(i / layout.columns())));
    }
    if (left + top > 0) {
      letter(grid, left, top);
    }
    return grid;
  }

  private static void checkLabels(String kind, List<String> labels, int most) {
    require(
        labels.size() <= most,
        "image grid: expected at most %d %s labels, got %d",
        most,
        kind,
        labels.size());
  }

  private int widthOfRowLabels() {
    return layout.rowLabels().stream()
        .mapToInt(label -> (int) Math.ceil(Fonts.width(label, TEXT_SIZE, false)) + TEXT_SIZE)
        .max()
        .orElse(0);
  }

  private BufferedImage blank(int left, int top) {
    long width = left + x(layout.columns());
    long height = top + y(rows());
    require(
        width * height <= Integer.MAX_VALUE,
        "image grid: expected at most %d pixels, got %d×%d. Show fewer images, or scale less.",
        Integer.MAX_VALUE,
        height,
        width);
    BufferedImage grid = Rgb.blank((int) width, (int) height);
    int[] mount = new int[(int) width];
    Arrays.fill(mount, Palette.MOUNT.getRGB());
    for (int y = 0; y < height; y++) {
      grid.setRGB(0, y, (int) width, 1, mount, 0, (int) width);
    }
    return grid;
  }

  private long x(int column) {
    return layout.x(column, shape.width());
  }

  private long y(int row) {
    return layout.y(row, shape.height());
  }

  /** Fills more than the image's place: the image is pasted over it. */
  private void frame(int image, BufferedImage grid, int left, int top) {
    int thick = Math.min(layout.margin(), FRAME);
    Graphics2D pen = grid.createGraphics();
    pen.setColor(Palette.FRAME);
    pen.fillRect(
        (int) (left + x(image % layout.columns())) - thick,
        (int) (top + y(image / layout.columns())) - thick,
        shape.width() * layout.scale() + 2 * thick,
        shape.height() * layout.scale() + 2 * thick);
    pen.dispose();
  }

  private void paste(int image, BufferedImage grid, int left, int top) {
    int width = shape.width() * layout.scale();
    int[] line = new int[width];
    for (int y = 0; y < shape.height(); y++) {
      int start = image * shape.count() + y * shape.width() * shape.channels();
      for (int x = 0; x < width; x++) {
        line[x] = color(start + x / layout.scale() * shape.channels());
      }
      for (int copy = 0; copy < layout.scale(); copy++) {
        grid.setRGB(left, top + y * layout.scale() + copy, width, 1, line, 0, width);
      }
    }
  }

  private int color(int at) {
    if (shape.channels() == 1) {
      return Rgb.gray(pixels[at] & 0xff);
    }
    return (pixels[at] & 0xff) << 16 | (pixels[at + 1] & 0xff) << 8 | pixels[at + 2] & 0xff;
  }

  private void letter(BufferedImage grid, int left, int top) {
    Graphics2D pen = grid.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(Fonts.sans(TEXT_SIZE, false));
    pen.setColor(Palette.INK);
    for (int row = 0; row < layout.rowLabels().size(); row++) {
      int middle = (int) (top + y(row)) + shape.height() * layout.scale() / 2;
      pen.drawString(layout.rowLabels().get(row), TEXT_SIZE / 2, middle + TEXT_SIZE / 3);
    }
    for (int column = 0; column < layout.columnLabels().size(); column++) {
      String label = layout.columnLabels().get(column);
      double free = shape.width() * layout.scale() - Fonts.width(label, TEXT_SIZE, false);
      pen.drawString(label, (float) (left + x(column) + free / 2), LINE - TEXT_SIZE / 3);
    }
    pen.dispose();
  }
}
