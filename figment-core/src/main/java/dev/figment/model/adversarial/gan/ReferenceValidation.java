package dev.figment.model.adversarial.gan;

import static dev.figment.UsageException.require;

import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.nn.BatchDependence;
import dev.figment.nn.Layer;
import dev.figment.nn.VirtualBatchNormalization;
import java.util.List;

/** What a reference batch in front of each batch does not go with, with the reason. */
final class ReferenceValidation {
  private ReferenceValidation() {}

  /** Refuses layers that want references of different sizes, or that would compare with one. */
  static void check(String network, List<Layer> layers) {
    int first = firstWithReference(layers);
    if (first < layers.size()) {
      checkSizes(network, layers, first);
      checkComparing(network, layers);
    }
  }

  private static int firstWithReference(List<Layer> layers) {
    int first = 0;
    while (first < layers.size() && virtual(layers.get(first)).isEmpty()) {
      first++;
    }
    return first;
  }

  private static void checkSizes(String network, List<Layer> layers, int first) {
    int expected = virtual(layers.get(first)).get(0).reference();
    for (int i = first; i < layers.size(); i++) {
      for (VirtualBatchNormalization each : virtual(layers.get(i))) {
        require(
            each.reference() == expected,
            "gan: %s/%d virtualBatchNormalization: expected a reference of %d, as in %s/%d, got %d."
                + " One reference goes through the whole network: make them equal.",
            network,
            i,
            expected,
            network,
            first,
            each.reference());
      }
    }
  }

  private static void checkComparing(String network, List<Layer> layers) {
    for (int i = 0; i < layers.size(); i++) {
      for (Layer each : GanValidation.dependent(layers.get(i), BatchDependence.COMPARISON)) {
        throw new UsageException(
            "gan: %s/%d %s compares the examples of a batch with each other, and"
                + " virtualBatchNormalization in the same network puts a reference in front of"
                + " them. Leave one of the two out.",
            network, i, each.kind());
      }
    }
  }

  /** Refuses fewer examples than the discriminator's reference is to have. */
  static void checkCount(List<Layer> discriminator, ImageSet examples) {
    int needed = Reference.sizeFor(discriminator);
    require(
        examples.size() >= needed,
        "gan: discriminator virtualBatchNormalization: expected at least %d examples, which its"
            + " reference is of, got %d in %s. Make the reference smaller, or bring more.",
        needed,
        examples.size(),
        examples.name());
  }

  private static List<VirtualBatchNormalization> virtual(Layer layer) {
    return GanValidation.within(layer, VirtualBatchNormalization.class);
  }
}
