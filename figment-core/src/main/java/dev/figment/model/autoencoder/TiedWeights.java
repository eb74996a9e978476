package dev.figment.model.autoencoder;

import dev.figment.nn.Architecture;
import dev.figment.nn.Dense;
import dev.figment.nn.DenseTranspose;
import dev.figment.nn.Layer;
import dev.figment.nn.Network;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import java.util.List;

/**
 * Lends the kernels of an encoder's dense layers to the layers of a decoder that transpose them.
 */
final class TiedWeights {
  private TiedWeights() {}

  /**
   * Refuses a layer that transposes what cannot be transposed.
   *
   * @throws ShapeException naming the layer
   */
  static void check(Architecture encoder, Architecture decoder) {
    for (int i = 0; i < decoder.layers().size(); i++) {
      if (decoder.layers().get(i) instanceof DenseTranspose tied) {
        check(encoder, decoder.shapes().get(i), tied, "decoder/" + i);
      }
    }
  }

  private static void check(Architecture encoder, Shape input, DenseTranspose tied, String place) {
    List<Layer> layers = encoder.layers();
    if (tied.of() >= layers.size() || !(layers.get(tied.of()) instanceof Dense dense)) {
      throw new ShapeException(
          place + " denseTranspose: the number of a dense layer of the encoder",
          tied.of(),
          "Count the encoder's layers from 0.");
    }
    Shape taken = encoder.shapes().get(tied.of());
    if (!taken.equals(Shape.vector(tied.units())) || !input.equals(Shape.vector(dense.units()))) {
      throw new ShapeException(
          place + " denseTranspose: a layer from %d to %s".formatted(dense.units(), taken),
          "one from %s to %d".formatted(input, tied.units()),
          "It turns encoder/%d dense around.".formatted(tied.of()));
    }
  }

  /** The decoder, with the encoder's kernels where it asks for them. */
  static Network lend(Network encoder, Network decoder) {
    Network lent = decoder;
    for (int i = 0; i < decoder.architecture().layers().size(); i++) {
      if (decoder.architecture().layers().get(i) instanceof DenseTranspose tied) {
        lent =
            lent.borrowing(
                i, DenseTranspose.KERNEL, encoder.parameters().get(tied.of() + ".weight"));
      }
    }
    return lent;
  }
}
