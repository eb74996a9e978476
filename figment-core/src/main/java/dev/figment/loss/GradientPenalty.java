package dev.figment.loss;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.nn.ShapeException;
import dev.figment.tensor.Noise;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The gradient penalty of WGAN-GP: λ·E[(‖∇D(x̂)‖₂ − 1)²], x̂ = real + t·(fake − real) with one t
 * uniform in [0, 1) for each example, and the length taken over all of an example's values. In the
 * one-sided form only what exceeds 1 counts: λ·E[max(0, ‖∇D(x̂)‖₂ − 1)²].
 *
 * @param weight λ, at least 0
 * @param oneSided whether a slope below 1 is free
 * @see <a href="https://arxiv.org/abs/1704.00028">Gulrajani et al. 2017, eq. 3</a> (no difference;
 *     nothing is added under the root, and where a gradient is zero in every value, its length is
 *     taken to have no slope)
 */
public record GradientPenalty(
    @JsonProperty(defaultValue = "10") double weight,
    @JsonProperty(defaultValue = "false") boolean oneSided)
    implements Penalty {
  public GradientPenalty {
    require(weight >= 0, "gradientPenalty: weight must be at least 0, got %s", weight);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ShapeException if the shapes differ
   */
  @Override
  public Tensor of(PenaltyInput input) {
    Tensor real = input.real();
    Tensor fake = Objects.requireNonNull(input.fake());
    if (!Arrays.equals(real.shape(), fake.shape())) {
      throw new ShapeException(
          "generated examples like the real ones, " + real, fake, "Make as many as are real.");
    }
    Tensor share = Noise.uniformPerExample(input.stream(), 0, 1, real);
    Tensor start = real.detached();
    return at(input.discriminator(), start.plus(fake.detached().minus(start).times(share)));
  }

  /** The penalty at given points. */
  Tensor at(UnaryOperator<Tensor> critic, Tensor points) {
    Tensor excess = InputGradient.lengths(critic, points).minus(1);
    return (oneSided ? excess.relu() : excess).square().mean().times(weight);
  }

  @Override
  public boolean needsFakes() {
    return true;
  }
}
