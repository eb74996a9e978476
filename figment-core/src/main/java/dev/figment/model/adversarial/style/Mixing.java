package dev.figment.model.adversarial.style;

import dev.figment.model.Truncation;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * Two points for one image: up to a cut, layers are given the style of the first, from it on that
 * of the second, so that neighboring layers do not count on one style. One coin and one cut decide
 * for the whole batch.
 *
 * @param probability that there is a cut
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019, section 3.1</a>; a cut for
 *     the batch rather than for each image is its authors' program's
 */
record Mixing(double probability) {
  /**
   * How many layers the first point gets: 1 to {@code layers} − 1 with a cut, each as likely; all
   * of them without.
   */
  int cut(RandomStream stream, int layers) {
    return stream.nextDouble() < probability ? 1 + stream.nextInt(layers - 1) : layers;
  }

  /**
   * @param first styles (examples, numbers)
   * @param second the same of other points
   * @return (examples, layers, numbers)
   */
  static Tensor of(Tensor first, Tensor second, int cut, int layers) {
    return Tensor.concatenate(
        1, List.of(Truncation.spread(first, cut), Truncation.spread(second, layers - cut)));
  }
}
