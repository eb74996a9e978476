package dev.figment.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;

/** x for x ≥ 0, else α(eˣ − 1). */
public record Elu(@JsonProperty(defaultValue = "1") double alpha) implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x.elu(alpha);
  }
}
