package dev.figment.nn;

import dev.figment.tensor.Tensor;

/** eˣ over its sum along units or channels. */
public record Softmax() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return Activation.SOFTMAX.apply(x);
  }
}
