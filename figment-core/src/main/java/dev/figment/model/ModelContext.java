package dev.figment.model;

import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import org.jspecify.annotations.Nullable;

/**
 * What a model is made for and with.
 *
 * @param form of the examples
 * @param batch the recipe's {@code train.batch}
 * @param streams first weights are drawn from the one named {@code init}
 * @param examples what it will learn from; null where it is made to be used, not trained
 */
public record ModelContext(
    ExampleForm form,
    int batch,
    RandomStreams streams,
    Device device,
    @Nullable ImageSet examples) {
  /** To be used, or trained on what need not be known beforehand. */
  public ModelContext(ExampleForm form, int batch, RandomStreams streams, Device device) {
    this(form, batch, streams, device, null);
  }
}
