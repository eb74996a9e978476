package dev.figment.loss;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;

/**
 * γ/2 · E[‖∇D(x)‖²] at real images: the mean over the batch of the sum over an image's values of
 * the squared gradient. Where images are augmented, the augmentation belongs to the discriminator
 * given here: the gradient is that of the image before it.
 *
 * @param gamma γ, at least 0; the paper's 10
 * @param every k: it is lazy, taken in every k-th step, above 1
 * @see <a href="https://arxiv.org/abs/1801.04406">Mescheder et al. 2018, eq. 9</a> (no difference)
 */
public record R1(
    @JsonProperty(defaultValue = "10") double gamma, @JsonProperty(defaultValue = "1") int every)
    implements Penalty {
  public R1 {
    require(gamma >= 0, "r1: gamma must be at least 0, got %s", gamma);
    require(every >= 1, "r1: every must be at least 1, got %d", every);
  }

  /** In the loss of every update on real examples. */
  public R1(double gamma) {
    this(gamma, 1);
  }

  @Override
  public Tensor of(PenaltyInput input) {
    Tensor squares = InputGradient.at(input.discriminator(), input.real()).square().sum();
    return squares.times(gamma / 2 / input.real().size(0));
  }
}
