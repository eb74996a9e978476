package dev.figment.loss;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * γ/2 · E[‖∇D(x)‖²] at real images: the mean over the batch of the sum over an image's values of
 * the squared gradient. Where images are augmented, the augmentation belongs to the discriminator
 * given here: the gradient is that of the image before it.
 *
 * @param gamma γ, at least 0; the paper's 10
 * @see <a href="https://arxiv.org/abs/1801.04406">Mescheder et al. 2018, eq. 9</a> (no difference)
 */
public record R1(@JsonProperty(defaultValue = "10") double gamma) implements Penalty {
  public R1 {
    require(gamma >= 0, "r1: gamma must be at least 0, got %s", gamma);
  }

  @Override
  public Tensor of(
      UnaryOperator<Tensor> discriminator, Tensor real, Tensor fake, RandomStream stream) {
    Tensor squares = InputGradient.at(discriminator, real).square().sum();
    return squares.times(gamma / 2 / real.size(0));
  }
}
