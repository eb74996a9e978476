package dev.figment.recipe;

import dev.figment.data.DataRecipe;
import dev.figment.nn.Shape;

/**
 * A size of images that a small one comes to by doubling: 4×3, doubled four times, is 64×48. What
 * doubling gives too much is cut off by the window of a last convolution, where it is little and
 * the same in height and width; else the size itself is rounded.
 *
 * @param height of the images
 * @param doublings how often
 * @param cut pixels that are then too many, in height and width; 0 to 8
 */
record DraftSize(int height, int width, int doublings, int cut) {
  private static final int SMALLEST = 4;
  private static final int MOST_DOUBLINGS = 6;
  private static final int MOST_CUT = 8;

  /** The size nearest to a wanted one: mostly that itself. */
  static DraftSize near(int height, int width) {
    int doublings = 1;
    while (doublings < MOST_DOUBLINGS && Math.min(height, width) >> doublings + 1 >= SMALLEST) {
      doublings++;
    }
    int step = 1 << doublings;
    int cutHeight = -height & step - 1;
    int cutWidth = -width & step - 1;
    return cutHeight == cutWidth && cutHeight <= MOST_CUT
        ? new DraftSize(height, width, doublings, cutHeight)
        : new DraftSize(rounded(height, step), rounded(width, step), doublings, 0);
  }

  private static int rounded(int side, int step) {
    return Math.max(1, (side + step / 2) / step) * step;
  }

  /** How often an image can be halved, sides rounded up, until it is that small. */
  int halvings() {
    int halvings = 1;
    int side = half(Math.min(height, width));
    while (half(side) >= SMALLEST) {
      side = half(side);
      halvings++;
    }
    return halvings;
  }

  private static int half(int side) {
    return (side + 1) / 2;
  }

  /** The height that it begins with. */
  int firstHeight() {
    return height + cut >> doublings;
  }

  int firstWidth() {
    return width + cut >> doublings;
  }

  /** The same set, with images brought to this size. */
  DataRecipe of(DataRecipe data) {
    return height == width ? data.withSize(height) : data.withSize(height, width);
  }

  /** An image of this size. */
  Shape shape(int channels) {
    return Shape.image(height, width, channels);
  }

  @Override
  public String toString() {
    return height + "×" + width;
  }
}
