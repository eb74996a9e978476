package dev.figment.loss;

import dev.figment.tensor.Tensor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ½·(x − t)² for both, x the discriminator's output, averaged over the batch: of a discriminator
 * that ends in a sigmoid, ½·(σ − t)². The paper has none.
 *
 * @see <a href="https://arxiv.org/abs/1611.04076">Mao et al. 2017, eq. 2</a>; where real and
 *     generated images share a batch, half the sum of the paper's two means
 */
public record LeastSquares() implements AdversarialLoss {
  @Override
  public boolean takesLogits() {
    return false;
  }

  @Override
  public boolean usesTargets() {
    return true;
  }

  @Override
  public boolean takesBoundedOutputs() {
    return true;
  }

  @Override
  public Tensor discriminator(Tensor outputs, Tensor targets) {
    return MeanSquaredError.of(outputs, targets).times(0.5);
  }

  @Override
  public Tensor generator(Tensor outputs, @Nullable Tensor targets) {
    return discriminator(outputs, Objects.requireNonNull(targets));
  }
}
