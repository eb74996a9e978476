package dev.figment.model;

import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A {@link Codec} that knows a distribution of points for each example, q(z|x). */
public interface PosteriorCodec extends Codec {
  /**
   * A point of each example drawn from q(z|x), where {@link #encode} gives the mean.
   *
   * @param x examples as they are trained on
   * @param classes as in {@link #encode}
   * @return (examples, {@link #latentSize})
   */
  Tensor draw(Tensor x, @Nullable Tensor classes, RandomStream stream);
}
