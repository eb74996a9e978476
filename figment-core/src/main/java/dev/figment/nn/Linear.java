package dev.figment.nn;

import dev.figment.tensor.Tensor;

/** x. */
public record Linear() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x;
  }
}
