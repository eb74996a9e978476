package dev.figment.model;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A model that makes examples of points in a latent space. */
public interface Sampler {
  /** How many numbers a point has. */
  int latentSize();

  /** How many classes can be asked for; 0 where none can. */
  default int classes() {
    return 0;
  }

  /**
   * @param z points (examples, {@link #latentSize}), usually standard normal
   * @param classes class numbers (examples), or null where there are no {@link #classes}
   * @return examples in the range of the training data: (examples, channels, height, width) for
   *     images
   */
  Tensor sample(Tensor z, @Nullable Tensor classes);
}
