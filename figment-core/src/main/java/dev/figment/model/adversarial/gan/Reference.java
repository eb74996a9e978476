package dev.figment.model.adversarial.gan;

import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.model.ModelContext;
import dev.figment.nn.Layer;
import dev.figment.nn.VirtualBatchNormalization;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The batch whose statistics a network with {@link VirtualBatchNormalization} refers to: chosen
 * once from the recipe's seed, by a stream of its own, so that it is the same after a resume. In
 * training it goes in front of each batch, not augmented and without noise, and what becomes of it
 * is taken off; in use the statistics that the network saved serve. Penalties that layers ask for
 * count it.
 *
 * @param inputs n of what the network takes, its classes not joined yet
 * @param classes class numbers (n); null where there are none
 * @see <a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016, section 3.5</a>
 */
record Reference(Tensor inputs, @Nullable Tensor classes) implements AutoCloseable {
  private static final StreamName REFERENCE = new StreamName("reference");

  /** How many examples a network's layers refer to; 0 where none does. */
  static int sizeFor(List<Layer> layers) {
    return layers.stream()
        .flatMap(each -> GanValidation.within(each, VirtualBatchNormalization.class).stream())
        .mapToInt(VirtualBatchNormalization::reference)
        .max()
        .orElse(0);
  }

  /**
   * Different real examples with their classes, for a discriminator; null where none are needed, or
   * where there are no examples because the model is made to be used.
   */
  static @Nullable Reference ofExamples(List<Layer> discriminator, ModelContext context) {
    int count = sizeFor(discriminator);
    if (count == 0 || context.examples() == null) {
      return null;
    }
    RandomStream stream = context.streams().of(REFERENCE);
    int[] which = stream.ints(0, context.examples().size()).distinct().limit(count).toArray();
    try (Scope scope = Scope.open()) {
      Batch batch = batch(context, which);
      return new Reference(batch.examples(), batch.labels()).retained();
    }
  }

  /**
   * Standard normal points with classes as often as in the data, for a generator; null as above.
   */
  static @Nullable Reference ofLatents(List<Layer> generator, int latent, ModelContext context) {
    int count = sizeFor(generator);
    if (count == 0 || context.examples() == null) {
      return null;
    }
    RandomStream stream = context.streams().of(REFERENCE);
    int[] which = stream.ints(count, 0, context.examples().size()).toArray();
    try (Scope scope = Scope.open()) {
      Tensor points = Noise.normal(stream, count, latent).to(context.device());
      return new Reference(points, batch(context, which).labels()).retained();
    }
  }

  private static Batch batch(ModelContext context, int[] which) {
    ImageSet examples = Objects.requireNonNull(context.examples());
    return Batch.of(examples, context.form().range(), which, context.device());
  }

  private Reference retained() {
    inputs.retain();
    if (classes != null) {
      classes.retain();
    }
    return this;
  }

  int size() {
    return (int) inputs.size(0);
  }

  /** The reference, then the batch. */
  Tensor inFrontOf(Tensor x) {
    Tensor both = Tensor.concatenate(0, List.of(inputs, x));
    return both.rank() == 4 ? both.channelsLast() : both;
  }

  /**
   * @param others classes of the batch; null for none
   */
  @Nullable Tensor classesInFrontOf(@Nullable Tensor others) {
    return others == null ? null : Tensor.concatenate(0, List.of(classes, others));
  }

  /** What became of the batch alone; null of null. */
  @Nullable Tensor takenOff(@Nullable Tensor both) {
    return both == null ? null : both.narrow(0, size(), both.size(0) - size());
  }

  @Override
  public void close() {
    inputs.close();
    if (classes != null) {
      classes.close();
    }
  }
}
