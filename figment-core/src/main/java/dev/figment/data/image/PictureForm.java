package dev.figment.data.image;

import dev.figment.nn.Shape;

/**
 * The form that every image of a set is brought to: colours first, then size.
 *
 * @param height rows, or 0 to keep them (and then the width too)
 * @param colors null to keep them
 */
public record PictureForm(int height, int width, Colors colors) {
  public static final PictureForm AS_IT_IS = new PictureForm(0, 0, null);

  /** The form that brings every image to this shape. */
  public static PictureForm to(Shape image) {
    Colors colors = image.channels() == 1 ? Colors.GREY : Colors.RGB;
    return new PictureForm(image.height(), image.width(), colors);
  }

  /** The shape of an image of this shape after {@link #apply}. Vectors have no form: kept. */
  public Shape of(Shape shape) {
    return shape.isImage()
        ? Shape.image(
            height == 0 ? shape.height() : height,
            height == 0 ? shape.width() : width,
            colors == null ? shape.channels() : colors.channels())
        : shape;
  }

  public Picture apply(Picture picture) {
    Picture coloured = colors == null ? picture : picture.in(colors);
    return height == 0 ? coloured : Resize.to(height, width, coloured);
  }
}
