package dev.figment.nn;

import dev.figment.tensor.Tensor;

/** max(0, x). */
public record Relu() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x.relu();
  }
}
