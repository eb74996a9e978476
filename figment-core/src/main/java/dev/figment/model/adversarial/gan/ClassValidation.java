package dev.figment.model.adversarial.gan;

import static dev.figment.UsageException.require;

import dev.figment.UsageException;
import dev.figment.nn.ConditionalBatchNormalization;
import dev.figment.nn.Layer;
import dev.figment.nn.SideInput;
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
      for (Layer each : conditional(layers.get(i))) {
        require(
            labels != null,
            "gan: %s/%d %s: expected labels, which tell it the class of each example, got none. Add"
                + " labels: {mode: projection}, or use batchNormalization.",
            network,
            i,
            each.kind());
      }
    }
  }

  private static void checkNotGivenAway(List<Layer> discriminator) {
    for (int i = 0; i < discriminator.size(); i++) {
      for (Layer each : conditional(discriminator.get(i))) {
        throw new UsageException(
            "gan: with labels: auxiliary the discriminator has to find the class out, and %s in"
                + " discriminator/%d would be told it. Use batchNormalization there, or labels:"
                + " {mode: projection}.",
            each.kind(), i);
      }
    }
  }

  /**
   * Refuses layers that know more or fewer classes than the data has.
   *
   * @param classes how many the data has
   */
  static void checkCount(String network, List<Layer> layers, int classes) {
    for (int i = 0; i < layers.size(); i++) {
      for (ConditionalBatchNormalization each :
          GanValidation.within(layers.get(i), ConditionalBatchNormalization.class)) {
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

  /** Those of a layer, and of what it holds, that have to be told classes. */
  private static List<Layer> conditional(Layer layer) {
    return layer
        .withDescendants()
        .filter(each -> each.sideInputs().contains(SideInput.CLASSES))
        .toList();
  }
}
