package dev.figment.run.exploration;

import dev.figment.latent.Points;
import dev.figment.picture.Animation;
import dev.figment.picture.ImageGrid;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The images along a line of a latent space: side by side, or one after the other.
 *
 * @param images at least 2, from one end to the other
 */
public record LatentLine(Samples images) {
  private static final int FRAME_SIDE = 200;
  private static final Duration FRAME_DELAY = Duration.ofMillis(80);

  /**
   * Makes them.
   *
   * @param points as {@code latent.Interpolation} gives them
   * @param ofClass the number of the class of all; null as in {@link KnownClasses#ofEach}
   */
  public static LatentLine of(Trained trained, Points points, @Nullable Integer ofClass) {
    int[] classes = trained.classes().ofEach(points.count(), ofClass);
    return new LatentLine(trained.imagesAt(points.values(), classes));
  }

  /** All in a row. */
  public ImageGrid strip() {
    return images.grid(1, images.count());
  }

  /** There and back, so that it can go on for ever; small images are zoomed. */
  public Animation animation() {
    Animation animation = Animation.empty().delays(FRAME_DELAY, FRAME_DELAY);
    int last = images.count() - 1;
    for (int i = 0; i < 2 * last; i++) {
      animation = animation.add(frame(Math.min(i, 2 * last - i)).toImage());
    }
    return animation;
  }

  private ImageGrid frame(int image) {
    int size = images.shape().count();
    byte[] pixels = Arrays.copyOfRange(images.pixels(), image * size, (image + 1) * size);
    int side = Math.max(images.shape().height(), images.shape().width());
    return ImageGrid.of(images.shape(), pixels).margin(0).scale(Math.max(1, FRAME_SIDE / side));
  }
}
