package dev.figment.model;

import dev.figment.data.Batch;
import dev.figment.tensor.RandomStream;
import java.util.Optional;

/** A model of a generator and a discriminator that learn against each other. */
public interface AdversarialModel {
  /**
   * How often its discriminator is right; empty where it can be neither right nor wrong of an
   * example, as with a Wasserstein loss, of which differences alone count.
   */
  Optional<AccuracyMeasure> accuracyMeasure();

  /**
   * Asks a discriminator of real examples and of as many new ones by the generator that learns,
   * both networks in evaluation mode and without a graph.
   */
  interface AccuracyMeasure {
    /**
     * @param real as the data has them; as many as the model learns from at once, or so many times
     *     as many, where layers compare the examples of a batch
     * @param stream where points are drawn from; nothing else is
     */
    DiscriminatorAccuracy of(Batch real, RandomStream stream);
  }
}
