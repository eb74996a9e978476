package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;

/**
 * x, and in training a penalty of (l1·Σ|x| + l2·Σx²) / examples on the loss: small activities pay
 * less. Sums run over the whole batch, then are divided by its size, as in Keras.
 *
 * @param l1 at least 0
 * @param l2 at least 0
 */
public record ActivityRegularization(
    @JsonProperty(defaultValue = "0") double l1, @JsonProperty(defaultValue = "0") double l2)
    implements Elementwise {
  public ActivityRegularization {
    require(l1 >= 0, "activityRegularization: l1 must be at least 0, got %s", l1);
    require(l2 >= 0, "activityRegularization: l2 must be at least 0, got %s", l2);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    double examples = x.size(0);
    if (pass.isTraining() && l1 > 0) {
      pass.penalize(x.toFloats().abs().sum().times(l1 / examples));
    }
    if (pass.isTraining() && l2 > 0) {
      pass.penalize(x.toFloats().square().sum().times(l2 / examples));
    }
    return x;
  }
}
