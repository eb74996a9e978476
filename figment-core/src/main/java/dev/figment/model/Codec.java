package dev.figment.model;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A model that describes an example by a point of a latent space, and makes it again of that. */
public interface Codec {
  /** How many numbers a point has. */
  int latentSize();

  /** How many classes an example must come with; 0 where none. */
  default int classes() {
    return 0;
  }

  /**
   * The point of each example; where the model knows a distribution of points, its mean.
   *
   * @param x examples as they are trained on
   * @param classes class numbers (examples), or null where there are no {@link #classes}
   * @return (examples, {@link #latentSize})
   */
  Tensor encode(Tensor x, @Nullable Tensor classes);

  /**
   * @param z points (examples, {@link #latentSize})
   * @param classes as in {@link #encode}
   * @return examples in the range of the training data
   */
  Tensor decode(Tensor z, @Nullable Tensor classes);
}
