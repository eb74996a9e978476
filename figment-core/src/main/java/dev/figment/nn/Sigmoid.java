package dev.figment.nn;

import dev.figment.tensor.Tensor;
import java.util.Optional;

/** 1 / (1 + e⁻ˣ). */
public record Sigmoid() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x.sigmoid();
  }

  @Override
  public Optional<Layer> logits() {
    return Optional.of(new Linear());
  }
}
