package dev.figment.nn;

import dev.figment.tensor.Tensor;

/** λx for x > 0, else λα(eˣ − 1), with the constants that keep mean 0 and variance 1. */
public record Selu() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x.selu();
  }
}
