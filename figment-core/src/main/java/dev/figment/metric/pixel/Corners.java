package dev.figment.metric.pixel;

import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import java.util.stream.IntStream;

/** Where in each image the patches are. */
interface Corners {
  /** Rows and columns of the upper left pixels, by turns, of the image with this number. */
  int[] of(int image);

  /** How many patches each image has. */
  int perImage();

  /**
   * None twice, uniform over all places of a level; all places where they are no more than asked
   * for. The same for the same seed, level and image number.
   */
  record Random(Shape size, int most, long seed) implements Corners {
    @Override
    public int perImage() {
      return Math.min(most, rows() * columns());
    }

    private int rows() {
      return size.height() - Patches.SIDE + 1;
    }

    private int columns() {
      return size.width() - Patches.SIDE + 1;
    }

    @Override
    public int[] of(int image) {
      String name = "swd/corners/%s/%d".formatted(size, image);
      int[] all = IntStream.range(0, rows() * columns()).toArray();
      int[] corners = new int[2 * perImage()];
      int next = 0;
      for (int place : RandomStream.named(name, seed).some(all, perImage())) {
        corners[next++] = place / columns();
        corners[next++] = place % columns();
      }
      return corners;
    }
  }
}
