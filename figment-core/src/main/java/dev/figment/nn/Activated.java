package dev.figment.nn;

import java.util.Optional;

/** A layer that ends with an activation of its own. */
public interface Activated extends Layer {
  Activation activation();

  Layer withActivation(Activation activation);

  @Override
  default Optional<Layer> logits() {
    return activation() == Activation.SIGMOID || activation() == Activation.SOFTMAX
        ? Optional.of(withActivation(Activation.LINEAR))
        : Optional.empty();
  }
}
