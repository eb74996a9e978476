package dev.figment.model.adversarial.progressive;

import dev.figment.tensor.Edges;
import dev.figment.tensor.Pooling;
import dev.figment.tensor.Tensor;

/** Images and features between two resolutions. */
final class Fade {
  private Fade() {}

  /** (1 − α)·old + α·new. */
  static Tensor between(Tensor before, Tensor after, double alpha) {
    return before.plus(after.minus(before).times(alpha));
  }

  static Tensor halved(Tensor images) {
    return Pooling.average(images, 2, 2, Edges.NONE);
  }

  static Tensor doubled(Tensor images) {
    return Pooling.nearest(images, 2);
  }

  /**
   * Real images as the discriminator sees them: averaged down to the resolution at work and, while
   * that fades in, blended with their own copy of half the resolution, so that they are as sharp as
   * generated ones.
   *
   * @param images of the data's own size
   */
  static Tensor reals(Tensor images, Growth growth, int doublings) {
    int factor = 1 << (doublings - growth.level());
    Tensor sized = factor == 1 ? images : Pooling.average(images, factor, factor, Edges.NONE);
    return growth.isFading() ? between(doubled(halved(sized)), sized, growth.alpha()) : sized;
  }
}
