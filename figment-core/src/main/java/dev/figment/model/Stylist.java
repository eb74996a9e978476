package dev.figment.model;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A model that turns a point z into a style w first, and makes an example of the styles that each
 * of its layers is given: the first layers set the pose, the last ones the colors.
 */
public interface Stylist extends Sampler {
  /** How many numbers a style has. */
  int styleSize();

  /** How many layers are given a style, from the coarsest. */
  int layers();

  /**
   * @param z points (examples, {@link #latentSize})
   * @return w (examples, {@link #styleSize}), without a graph
   */
  Tensor styles(Tensor z);

  /** The mean of all styles met in training ({@link #styleSize}). */
  Tensor averageStyle();

  /**
   * @param styles w for each layer (examples, {@link #layers}, {@link #styleSize})
   * @return examples in the range of the training data, the same for the same styles
   */
  Tensor synthesize(Tensor styles);

  /**
   * The styles of points, given to all layers.
   *
   * @return (examples, {@link #layers}, {@link #styleSize})
   */
  default Tensor styles(Tensor z, Truncation truncation) {
    return truncation.of(styles(z), averageStyle(), layers());
  }

  @Override
  default Tensor sample(Tensor z, @Nullable Tensor classes) {
    return synthesize(styles(z, Truncation.NONE));
  }

  /** The same model with all samples nearer to the average. */
  default Sampler truncated(Truncation truncation) {
    return new Truncated(this, truncation);
  }

  /**
   * The same model sampled at its styles: points (examples, {@link #styleSize}), each given to all
   * layers. At w of z it makes what {@link #truncated} makes at z.
   */
  default Sampler ofStyles(Truncation truncation) {
    return new Styled(this, truncation);
  }
}
