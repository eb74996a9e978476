package dev.figment.nn;

import dev.figment.tensor.Tensor;
import java.util.Optional;

/** eˣ over its sum along units or channels. */
public record Softmax() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return Activation.SOFTMAX.apply(x);
  }

  @Override
  public Optional<Layer> logits() {
    return Optional.of(new Linear());
  }
}
