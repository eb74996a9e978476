package dev.figment.model.autoencoder;

import dev.figment.nn.Architecture;
import dev.figment.nn.ShapeException;
import java.util.ArrayList;
import java.util.List;

/**
 * An autoencoder as pairs of layers, one inside the other: the outermost is the encoder's first
 * layer with parameters and the decoder's last.
 */
final class LayerPairs {
  /** The layers of a pair, from one number up to, not with, another. */
  record Pair(int encoderFrom, int encoderTo, int decoderFrom, int decoderTo) {}

  private LayerPairs() {}

  /**
   * The pairs, the outermost first.
   *
   * @throws ShapeException if the two halves do not mirror each other
   */
  static List<Pair> of(Architecture encoder, Architecture decoder) {
    List<Integer> up = withParameters(encoder);
    List<Integer> down = withParameters(decoder);
    if (up.isEmpty() || up.size() != down.size()) {
      throw new ShapeException(
          "layerwise: as many layers with parameters in the decoder as in the encoder, %d"
              .formatted(up.size()),
          down.size(),
          "Let the decoder mirror the encoder, or leave layerwise out.");
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < up.size(); i++) {
      pairs.add(pair(encoder, decoder, up, down, i));
    }
    return pairs;
  }

  private static Pair pair(
      Architecture encoder, Architecture decoder, List<Integer> up, List<Integer> down, int i) {
    int mirrored = down.size() - 1 - i;
    int encoderFrom = i == 0 ? 0 : up.get(i);
    int encoderTo = i + 1 < up.size() ? up.get(i + 1) : encoder.layers().size();
    int decoderFrom = mirrored == 0 ? 0 : down.get(mirrored);
    int decoderTo = i == 0 ? decoder.layers().size() : down.get(mirrored + 1);
    var inner = encoder.shapes().get(encoderTo);
    if (!decoder.shapes().get(decoderFrom).equals(inner)) {
      throw new ShapeException(
          "layerwise: decoder/%d to take %s, as encoder/%d gives"
              .formatted(decoderFrom, inner, encoderTo - 1),
          decoder.shapes().get(decoderFrom),
          "Let the decoder mirror the encoder, or leave layerwise out.");
    }
    return new Pair(encoderFrom, encoderTo, decoderFrom, decoderTo);
  }

  private static List<Integer> withParameters(Architecture architecture) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < architecture.layers().size(); i++) {
      if (!architecture.layers().get(i).parameters(architecture.shapes().get(i)).isEmpty()) {
        numbers.add(i);
      }
    }
    return numbers;
  }
}
