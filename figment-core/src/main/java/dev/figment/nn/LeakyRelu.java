package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;

/**
 * x for x ≥ 0, else slope·x.
 *
 * @param slope at least 0; Keras's default is 0.3
 */
public record LeakyRelu(@JsonProperty(defaultValue = "0.3") double slope) implements Elementwise {
  public LeakyRelu {
    require(slope >= 0, "leakyRelu: slope must be at least 0, got %s", slope);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x.leakyRelu(slope);
  }
}
