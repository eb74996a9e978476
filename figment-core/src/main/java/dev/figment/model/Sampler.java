package dev.figment.model;

import dev.figment.tensor.Tensor;

/** A model that makes examples of points in a latent space. */
public interface Sampler {
  /** How many numbers a point has. */
  int latentSize();

  /**
   * @param z points (examples, {@link #latentSize}), usually standard normal
   * @return examples in the range of the training data: (examples, channels, height, width) for
   *     images
   */
  Tensor sample(Tensor z);
}
