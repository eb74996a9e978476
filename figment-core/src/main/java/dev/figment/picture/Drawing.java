package dev.figment.picture;

import static dev.figment.UsageException.require;

import dev.figment.format.AtomicFile;
import dev.figment.format.Png;
import dev.figment.format.Rgb;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture described as forms, words and images, in points from the top left. PNG and SVG come
 * from the same description, and so look the same.
 */
final class Drawing {
  /** Pixels of a PNG for each point, so that it stays sharp on dense screens. */
  private static final int DENSITY = 2;

  /** What is drawn, the later on top of the earlier. */
  sealed interface Mark permits Form, Words, Image {}

  /** A filled shape, or a line along one where the width is above 0. */
  record Form(Shape shape, Color color, double width) implements Mark {}

  /** A line of text that begins, is centered or ends at x; y is its baseline. */
  record Words(String text, double x, double y, Anchor anchor, Style style) implements Mark {
    double left() {
      return x - anchor.share * Fonts.width(text, style.size, style.bold);
    }
  }

  /** Pixels, stretched over a rectangle. */
  record Image(BufferedImage pixels, double x, double y, double width, double height)
      implements Mark {
    /** Whether a pixel of it is larger than one of the PNG: then it is drawn as a square. */
    boolean isZoomed() {
      return width * DENSITY >= pixels.getWidth();
    }
  }

  record Style(double size, boolean bold, Color color) {}

  /** Which point of the words is placed. */
  enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Anchor(double share) {
      this.share = share;
    }
  }

  private final double width;
  private final double height;
  private final List<Mark> marks = new ArrayList<>();

  Drawing(double width, double height) {
    this.width = width;
    this.height = height;
    fill(new Rectangle2D.Double(0, 0, width, height), Palette.PAPER);
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  List<Mark> marks() {
    return List.copyOf(marks);
  }

  void fill(Shape shape, Color color) {
    marks.add(new Form(shape, color, 0));
  }

  void stroke(Shape shape, Color color, double lineWidth) {
    marks.add(new Form(shape, color, lineWidth));
  }

  /**
   * Places a line of text.
   *
   * @throws dev.figment.FigmentException if this system has no fonts
   */
  void words(String text, double x, double y, Anchor anchor, Style style) {
    Fonts.width(text, style.size, style.bold);
    marks.add(new Words(text, x, y, anchor, style));
  }

  void image(BufferedImage pixels, double x, double y, double width, double height) {
    marks.add(new Image(pixels, x, y, width, height));
  }

  /** Places another drawing, with its top left here. */
  void place(Drawing other, double x, double y) {
    AffineTransform there = AffineTransform.getTranslateInstance(x, y);
    for (Mark mark : other.marks) {
      if (mark instanceof Form form) {
        marks.add(new Form(there.createTransformedShape(form.shape), form.color, form.width));
      } else if (mark instanceof Words words) {
        marks.add(new Words(words.text, words.x + x, words.y + y, words.anchor, words.style));
      } else if (mark instanceof Image image) {
        marks.add(new Image(image.pixels, image.x + x, image.y + y, image.width, image.height));
      }
    }
  }

  /** Writes PNG or SVG, as the file's ending says. */
  void write(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    require(
        name.endsWith(".png") || name.endsWith(".svg"),
        "picture: expected a file that ends in .png or .svg, got %s",
        file);
    if (name.endsWith(".svg")) {
      AtomicFile.write(file, new Svg(this).text());
    } else {
      Png.write(toImage(), file);
    }
  }

  BufferedImage toImage() {
    BufferedImage image =
        Rgb.blank((int) Math.ceil(width * DENSITY), (int) Math.ceil(height * DENSITY));
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    pen.setColor(Palette.PAPER); // to the last pixel, of which the drawing may fill only a part
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.scale(DENSITY, DENSITY);
    marks.forEach(mark -> paint(mark, pen));
    pen.dispose();
    return image;
  }

  private static void paint(Mark mark, Graphics2D pen) {
    if (mark instanceof Form form) {
      pen.setColor(form.color);
      pen.setStroke(
          new BasicStroke((float) form.width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      if (form.width > 0) {
        pen.draw(form.shape);
      } else {
        pen.fill(form.shape);
      }
    } else if (mark instanceof Words words) {
      pen.setColor(words.style.color);
      pen.setFont(Fonts.sans(words.style.size, words.style.bold));
      pen.drawString(words.text, (float) words.left(), (float) words.y);
    } else if (mark instanceof Image image) {
      paint(image, pen);
    }
  }

  private static void paint(Image image, Graphics2D pen) {
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        image.isZoomed()
            ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
            : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    AffineTransform place = AffineTransform.getTranslateInstance(image.x, image.y);
    place.scale(image.width / image.pixels.getWidth(), image.height / image.pixels.getHeight());
    pen.drawImage(image.pixels, place, null);
  }
}
