package dev.figment.loss;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;

/**
 * ε·E[D(x)²] over real images alone: a Wasserstein critic is free to drift away from zero, and this
 * holds it.
 *
 * @param weight ε, at least 0
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018, appendix A.1</a> (no
 *     difference)
 */
public record Drift(@JsonProperty(defaultValue = "0.001") double weight) implements Penalty {
  public Drift {
    require(weight >= 0, "drift: weight must be at least 0, got %s", weight);
  }

  @Override
  public Tensor of(PenaltyInput input) {
    return input.realOutputs().square().mean().times(weight);
  }

  @Override
  public boolean isOfGradient() {
    return false;
  }
}
