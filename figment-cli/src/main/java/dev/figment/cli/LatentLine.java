package dev.figment.cli;

import dev.figment.latent.Points;
import dev.figment.picture.Animation;
import dev.figment.picture.ImageGrid;
import dev.figment.run.Samples;
import dev.figment.run.Trained;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/** The images along a line of a latent space: as a strip, or one after the other. */
record LatentLine(Samples images, boolean framesEnds) {
  private static final int SIDE = 200;
  private static final Duration EACH = Duration.ofMillis(80);

  /**
   * @param ofClass the number of the class of all; -1 where the model knows none
   * @param framesEnds whether the ends are those of images
   */
  static LatentLine of(Trained trained, Points points, int ofClass, boolean framesEnds) {
    int[] classes = new int[points.count()];
    Arrays.fill(classes, ofClass);
    Samples images = trained.imagesAt(points.values(), ofClass < 0 ? null : classes);
    return new LatentLine(images, framesEnds);
  }

  void write(Path file) {
    if (Endings.has(file, ".gif")) {
      animation().write(file);
    } else {
      strip().writePng(file);
    }
  }

  private ImageGrid strip() {
    ImageGrid strip = images.grid(1, images.count());
    return framesEnds ? strip.margin(4).framed(Set.of(0, images.count() - 1)) : strip;
  }

  /** There and back, so that it can go on for ever. */
  private Animation animation() {
    Animation animation = Animation.empty().delays(EACH, EACH);
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
    return ImageGrid.of(images.shape(), pixels).margin(0).scale(Math.max(1, SIDE / side));
  }
}
