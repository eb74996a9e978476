package dev.figment.model.pretraining;

import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Tensor;

/** One network whose first layers are an encoder, and whose last are a head that classifies. */
final class Classifier {
  private final Network network;
  private final Network logits;
  private final int encoderLayers;

  /**
   * @param network as written; the loss has a final softmax in it
   * @param encoderLayers how many of its layers are the encoder
   */
  Classifier(Network network, int encoderLayers) {
    this.network = network;
    this.logits = network.logits();
    this.encoderLayers = encoderLayers;
  }

  Network network() {
    return network;
  }

  String name() {
    return network.architecture().name();
  }

  /** All that fine-tuning moves. */
  Parameters all() {
    return network.parameters().trainable();
  }

  /** All that moves while the encoder is frozen. */
  Parameters head() {
    return network.parametersOf(encoderLayers, layers()).trainable();
  }

  private int layers() {
    Architecture architecture = network.architecture();
    return architecture.layers().size();
  }

  /**
   * @param x a batch of examples
   * @return (examples, classes)
   */
  Tensor logits(Tensor x, Pass pass) {
    return logits.apply(x, pass);
  }

  /** The same, of an encoder that does not move: no graph, no dropout, no running statistics. */
  Tensor logitsOfFrozen(Tensor x, Pass pass) {
    return logits.applyPart(encoderLayers, layers(), features(x), pass);
  }

  private Tensor features(Tensor x) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return network.applyPart(0, encoderLayers, x, Pass.inference());
    }
  }

  /** 1 for each example that it classifies correctly, 0 for the others. */
  Tensor hits(Tensor x, Tensor classes) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return logits(x, Pass.inference()).argmax(1).equalTo(classes).toFloats();
    }
  }

  /** Takes over what an encoder of the same layers has learned. */
  void copyEncoder(Network encoder) {
    try (Gradients.Paused paused = Gradients.pause()) {
      encoder
          .parameters()
          .byName()
          .forEach((name, learned) -> network.parameters().get(name).copyFrom(learned));
    }
  }
}
