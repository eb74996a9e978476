package dev.figment.metric.pixel;

import dev.figment.nn.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image as its details at each size: each level is the image at that size without what the next
 * smaller one has of it, and the last is the rest.
 *
 * <p>gᵢ₊₁ = down(gᵢ): blurred by the binomial (1, 4, 6, 4, 1)/16 along both axes, of which every
 * other row and column stays; Lᵢ = gᵢ − up(gᵢ₊₁), where up puts zeros between and blurs by twice
 * the binomial. Beyond an edge the image is mirrored, the edge itself once. The image is the sum of
 * all levels, each widened to its size.
 *
 * <p>It goes down as long as both sides of the next level are at least 14: 28 and 14, 32 and 16,
 * 64, 32 and 16. An odd side is halved rounding up. An image with a side below 27 is its own and
 * only level.
 *
 * @param sizes of the levels, the image's own first
 * @see <a href="https://doi.org/10.1109/TCOM.1983.1095851">Burt and Adelson 1983</a>, as <a
 *     href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a> use it (who stop at 16, and
 *     have sides that are powers of two)
 */
public record LaplacianPyramid(List<Shape> sizes) {
  private static final int SMALLEST = 14;

  public LaplacianPyramid {
    sizes = List.copyOf(sizes);
  }

  /** That of images of this shape. */
  public static LaplacianPyramid of(Shape image) {
    List<Shape> sizes = new ArrayList<>(List.of(image));
    for (Shape next = next(image); next != null; next = next(next)) {
      sizes.add(next);
    }
    return new LaplacianPyramid(sizes);
  }

  private static @Nullable Shape next(Shape size) {
    int height = Plane.half(size.height());
    int width = Plane.half(size.width());
    return Math.min(height, width) < SMALLEST ? null : Shape.image(height, width, size.channels());
  }

  /** How many levels there are, at least one. */
  public int levels() {
    return sizes.size();
  }

  /** One level of an image, from 0 for the finest. */
  Plane level(Plane image, int level) {
    Plane at = image;
    for (int i = 0; i < level; i++) {
      at = at.down();
    }
    return level == levels() - 1 ? at : at.minus(at.down().up(at.height(), at.width()));
  }
}
