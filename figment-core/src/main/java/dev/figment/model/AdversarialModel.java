package dev.figment.model;

import dev.figment.data.Batch;
import dev.figment.tensor.RandomStream;

/** A model of a generator and a discriminator that learn against each other. */
public interface AdversarialModel {
  /**
   * Whether its discriminator can be right or wrong of an example: not with a Wasserstein loss, of
   * which differences alone count.
   */
  boolean hasAccuracy();

  /**
   * How often the discriminator is right of real examples and of as many new ones by the generator
   * that learns, both networks in evaluation mode and without a graph. Asked where {@link
   * #hasAccuracy} only.
   *
   * @param real as the data has them; as many as the model learns from at once, or so many times as
   *     many, where layers compare the examples of a batch
   * @param stream where points are drawn from; nothing else is
   */
  DiscriminatorAccuracy accuracy(Batch real, RandomStream stream);
}
