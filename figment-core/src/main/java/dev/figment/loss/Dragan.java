package dev.figment.loss;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Noise;
import dev.figment.tensor.Tensor;

/**
 * The gradient penalty of DRAGAN, around real examples: λ·E[(‖∇D(x̂)‖₂ − 1)²], x̂ = x + t·c·s·u,
 * with one t for each example and one u for each value, both uniform in [0, 1), and s the standard
 * deviation of all values of the batch.
 *
 * @param weight λ, at least 0
 * @param deviations c, how far it looks in standard deviations, at least 0
 * @see <a href="https://arxiv.org/abs/1705.07215">Kodali et al. 2017</a>. The paper perturbs with
 *     normal noise; this is what its authors' program does. s divides by the number of values, not
 *     by one less
 */
public record Dragan(
    @JsonProperty(defaultValue = "10") double weight,
    @JsonProperty(defaultValue = "0.5") double deviations)
    implements Penalty {
  public Dragan {
    require(weight >= 0, "dragan: weight must be at least 0, got %s", weight);
    require(deviations >= 0, "dragan: deviations must be at least 0, got %s", deviations);
  }

  @Override
  public Tensor of(PenaltyInput input) {
    Tensor x = input.real().detached();
    Tensor deviation = x.minus(x.mean()).square().mean().sqrt();
    Tensor share = Noise.uniformPerExample(input.stream(), 0, deviations, x).times(deviation);
    Tensor noise = Noise.uniform(input.stream(), 0, 1, x.shape()).to(x.device());
    return new GradientPenalty(weight, false).at(input.discriminator(), x.plus(noise.times(share)));
  }
}
