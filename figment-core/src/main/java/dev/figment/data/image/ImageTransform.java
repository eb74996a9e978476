package dev.figment.data.image;

import dev.figment.nn.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What is done to every image of a set on its way in: colors first, then size.
 *
 * @param height rows, or 0 to keep them (and then the width too)
 * @param colors null to keep them
 * @param fit how an image of another aspect ratio comes to the size
 */
public record ImageTransform(int height, int width, @Nullable Colors colors, Fit fit) {
  /** Leaves every image as it is. */
  public static final ImageTransform IDENTITY = new ImageTransform(0, 0, null, Fit.STRETCH);

  /** The transform that brings every image to this shape. */
  public static ImageTransform to(Shape image, Fit fit) {
    Colors colors = image.channels() == 1 ? Colors.GRAY : Colors.RGB;
    return new ImageTransform(image.height(), image.width(), colors, fit);
  }

  /** The shape of an image of this shape after {@link #apply}; that of a vector is kept. */
  public Shape outputShape(Shape input) {
    return input.isImage()
        ? Shape.image(
            height == 0 ? input.height() : height,
            height == 0 ? input.width() : width,
            colors == null ? input.channels() : colors.channels())
        : input;
  }

  /** The image in these colors and this size. */
  public Image apply(Image image) {
    Image colored = colors == null ? image : image.in(colors);
    return height == 0 ? colored : fit.bring(colored, height, width);
  }
}
