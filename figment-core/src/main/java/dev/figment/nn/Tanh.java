package dev.figment.nn;

import dev.figment.tensor.Tensor;

/** Hyperbolic tangent. */
public record Tanh() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x.tanh();
  }
}
