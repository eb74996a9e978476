package dev.figment.data.image;

import dev.figment.nn.Shape;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

  /** What an image is brought to at most, in pixels. */
  public static final int LONGEST_SIDE = 4096;

  /**
   * One to a size as it is written in a recipe.
   *
   * @param sides one side or [height, width]; null for that of each image
   */
  public static ImageTransform of(@Nullable List<Integer> sides, @Nullable Colors colors, Fit fit) {
    return sides == null
        ? new ImageTransform(0, 0, colors, fit)
        : new ImageTransform(sides.get(0), sides.get(sides.size() - 1), colors, fit);
  }

  /** The same size, with other colors. */
  public ImageTransform in(Colors colors) {
    return new ImageTransform(height, width, colors, fit);
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

  /** The same, with what it did besides resizing added to what was done before. */
  public DecodedImage apply(DecodedImage image) {
    return image.and(apply(image.image()), conversions(image.image().shape()));
  }

  /** What {@link #apply(Image)} does to an image of this shape besides resizing it. */
  public Set<Conversion> conversions(Shape image) {
    Set<Conversion> all = EnumSet.noneOf(Conversion.class);
    if (colors != null && colors.channels() != image.channels()) {
      all.add(colors == Colors.GRAY ? Conversion.GRAYED : Conversion.COLORED);
    }
    if (height != 0 && hasAnotherAspect(image)) {
      all.add(fit.conversion());
    }
    return all;
  }

  /** By more than a hundredth, which is what rounding sides does to small images. */
  private boolean hasAnotherAspect(Shape image) {
    double aspect = (double) image.width() * height / ((double) image.height() * width);
    return Math.abs(aspect - 1) > 0.01;
  }
}
