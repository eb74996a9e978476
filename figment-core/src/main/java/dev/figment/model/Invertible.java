package dev.figment.model;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be searched for the point that makes an example: what it makes of points can be
 * differentiated by them.
 *
 * <p>Its points are those of {@link Sampler#sample} or {@link Codec#decode}; those of a {@link
 * Stylist} are its styles w, each given to all layers, as {@link Stylist#ofStyles} takes them.
 *
 * @see <a href="https://arxiv.org/abs/1609.03552">Zhu et al. 2016</a>: an image projected on what a
 *     generator can make
 */
public interface Invertible {
  /**
   * Examples of points as in use, without anything random, and with a graph: {@link
   * dev.figment.tensor.Gradients} can be asked for the points.
   *
   * @param points (examples, numbers)
   * @param classes class numbers (examples), or null where the model knows none
   * @return examples in the range of the training data, the same as sampled
   */
  Tensor generate(Tensor points, @Nullable Tensor classes);

  /**
   * What the last hidden layer of a discriminator makes of examples, with a graph and not
   * augmented. Where layers compare the examples of a batch, it is what the first of these is
   * given, so that each example is seen by itself.
   *
   * @param x examples in the range of the training data
   * @param classes as in {@link #generate}
   * @return (examples, numbers), or null where there is no discriminator
   */
  default @Nullable Tensor features(Tensor x, @Nullable Tensor classes) {
    return null;
  }
}
