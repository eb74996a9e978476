package dev.figment.loss;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.function.UnaryOperator;

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
  public Tensor of(UnaryOperator<Tensor> critic, Tensor real, Tensor fake, RandomStream stream) {
    return of(critic.apply(real));
  }

  /**
   * The same where the critic has already spoken.
   *
   * @param scores of real images (examples, 1)
   */
  public Tensor of(Tensor scores) {
    return scores.square().mean().times(weight);
  }
}
