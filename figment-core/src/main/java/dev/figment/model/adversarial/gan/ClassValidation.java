package dev.figment.model.adversarial.gan;

import static dev.figment.UsageException.require;

import dev.figment.nn.ConditionalBatchNormalization;
import dev.figment.nn.Layer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What layers that are told the class need, each refusal with its reason. */
final class ClassValidation {
  private ClassValidation() {}

  /**
   * @param labels null where there are none
   */
  static void check(@Nullable Labels labels, List<Layer> generator, List<Layer> discriminator) {
    checkToldAny(labels, "generator", generator);
    checkToldAny(labels, "discriminator", discriminator);
    if (labels != null && labels.mode() == Labels.Mode.AUXILIARY) {
      checkNotGivenAway(discriminator);
    }
  }

  private static void checkToldAny(@Nullable Labels labels, String network, List<Layer> layers) {
    for (int i = 0; i < layers.size(); i++) {
      require(
          labels != null || conditional(layers.get(i)).isEmpty(),
          "gan: %s/%d conditionalBatchNormalization: expected labels, which tell it the class of"
              + " each example, got none. Add labels: {mode: projection}, or use"
              + " batchNormalization.",
          network,
          i);
    }
  }

  private static void checkNotGivenAway(List<Layer> discriminator) {
    for (int i = 0; i < discriminator.size(); i++) {
      require(
          conditional(discriminator.get(i)).isEmpty(),
          "gan: with labels: auxiliary the discriminator has to find the class out, and"
              + " conditionalBatchNormalization in discriminator/%d would be told it. Use"
              + " batchNormalization there, or labels: {mode: projection}.",
          i);
    }
  }

  /**
   * Refuses layers that know more or fewer classes than the data has.
   *
   * @param classes how many the data has
   */
  static void checkCount(String network, List<Layer> layers, int classes) {
    for (int i = 0; i < layers.size(); i++) {
      for (ConditionalBatchNormalization each : conditional(layers.get(i))) {
        require(
            each.classes() == classes,
            "gan: %s/%d conditionalBatchNormalization: expected %d classes, as the data has, got"
                + " %d. Set its classes to %d.",
            network,
            i,
            classes,
            each.classes(),
            classes);
      }
    }
  }

  private static List<ConditionalBatchNormalization> conditional(Layer layer) {
    return GanValidation.within(layer, ConditionalBatchNormalization.class);
  }
}
