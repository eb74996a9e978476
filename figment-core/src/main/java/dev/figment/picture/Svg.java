package dev.figment.picture;

import dev.figment.format.MarkupText;
import dev.figment.format.Png;
import dev.figment.picture.Drawing.Form;
import dev.figment.picture.Drawing.Image;
import dev.figment.picture.Drawing.Words;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;

/** A drawing as the text of an SVG file. */
final class Svg {
  private static final String FONTS = "Helvetica Neue, Helvetica, Arial, DejaVu Sans, sans-serif";

  private final Drawing drawing;

  Svg(Drawing drawing) {
    this.drawing = drawing;
  }

  String text() {
    String size = "width=\"%s\" height=\"%s\"".formatted(width(), height());
    String box = "viewBox=\"0 0 %s %s\"".formatted(width(), height());
    return drawing.marks().stream()
        .map(Svg::mark)
        .collect(
            Collectors.joining(
                "\n",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" %s %s font-family=\"%s\">\n"
                    .formatted(size, box, FONTS),
                "\n</svg>\n"));
  }

  private String width() {
    return number(drawing.width());
  }

  private String height() {
    return number(drawing.height());
  }

  private static String mark(Drawing.Mark mark) {
    if (mark instanceof Form form) {
      return form.shape() instanceof Ellipse2D circle && form.width() == 0
          ? ellipse(circle, form.color())
          : form(form);
    }
    return mark instanceof Image image ? image(image) : words((Words) mark);
  }

  /** As its own kind of mark, a tenth as long as the same thing as a path. */
  private static String ellipse(Ellipse2D form, Color color) {
    return "<ellipse cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\" fill=\"%s\"/>"
        .formatted(
            number(form.getCenterX()),
            number(form.getCenterY()),
            number(form.getWidth() / 2),
            number(form.getHeight() / 2),
            color(color));
  }

  /** With the pixels in the file itself, as PNG. */
  private static String image(Image image) {
    return ("<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s"
            + " href=\"data:image/png;base64,%s\"/>")
        .formatted(
            number(image.x()),
            number(image.y()),
            number(image.width()),
            number(image.height()),
            image.isZoomed() ? " image-rendering=\"pixelated\"" : "",
            Base64.getEncoder().encodeToString(Png.bytes(image.pixels())));
  }

  private static String form(Form form) {
    if (form.width() == 0) {
      return "<path d=\"%s\" fill=\"%s\"/>".formatted(path(form.shape()), color(form.color()));
    }
    return ("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\""
            + " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>")
        .formatted(path(form.shape()), color(form.color()), number(form.width()));
  }

  private static String words(Words words) {
    return "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"%s text-anchor=\"%s\">%s</text>"
        .formatted(
            number(words.x()),
            number(words.y()),
            number(words.style().size()),
            color(words.style().color()),
            words.style().bold() ? " font-weight=\"bold\"" : "",
            words.anchor().name().toLowerCase(Locale.ROOT),
            MarkupText.escaped(words.text()));
  }

  private static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] points = new double[6];
    for (PathIterator each = shape.getPathIterator(null); !each.isDone(); each.next()) {
      int kind = each.currentSegment(points);
      path.append("MLQCZ".charAt(kind));
      for (int i = 0; i < numbersOf(kind); i++) {
        path.append(i == 0 ? "" : " ").append(number(points[i]));
      }
    }
    return path.toString();
  }

  private static int numbersOf(int kind) {
    return switch (kind) {
      case PathIterator.SEG_QUADTO -> 4;
      case PathIterator.SEG_CUBICTO -> 6;
      case PathIterator.SEG_CLOSE -> 0;
      default -> 2;
    };
  }

  private static String color(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xffffff);
  }

  /** At most two decimals: a hundredth of a point is not to be seen. */
  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
