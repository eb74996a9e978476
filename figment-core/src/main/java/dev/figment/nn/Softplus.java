package dev.figment.nn;

import dev.figment.tensor.Tensor;

/** log(1 + eˣ). */
public record Softplus() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x.softplus();
  }
}
