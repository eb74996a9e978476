package dev.figment.nn;

import static dev.figment.UsageException.require;

import dev.figment.tensor.Noise;
import dev.figment.tensor.Tensor;

/**
 * In training, each value becomes 0 with probability {@code rate}, and the others grow by 1/(1 −
 * rate); otherwise x.
 *
 * @param rate in [0, 1)
 */
public record Dropout(double rate) implements Elementwise {
  public Dropout {
    require(rate >= 0 && rate < 1, "dropout: rate must be in [0, 1), got %s", rate);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return pass.isTraining() && rate > 0 ? Noise.dropout(x, rate, pass.random()) : x;
  }
}
