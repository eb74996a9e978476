package dev.figment.loss;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.tensor.Tensor;

/**
 * What the two networks of a GAN are told, in terms of what the discriminator says, x, and of
 * targets t. Where the loss {@linkplain #takesLogits takes logits}, x comes before the
 * discriminator's final sigmoid; else it is its output as written. Each gives a scalar, averaged
 * over the batch.
 */
public enum AdversarialLoss {
  /**
   * Cross-entropy against targets for both: with the targets 1, 0 and 1 this is the non-saturating
   * loss, −log σ(D(G(z))) for the generator.
   *
   * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014, section 3</a>
   */
  BINARY_CROSS_ENTROPY("binaryCrossEntropy") {
    @Override
    public Tensor generator(Tensor logits, Tensor targets) {
      return BinaryCrossEntropy.of(logits, targets);
    }
  },
  /**
   * The generator makes log(1 − σ(D(G(z)))) small: the paper's game as written, whose gradient
   * fades where the discriminator is sure. The generator's target is not used.
   *
   * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014, eq. 1</a>
   */
  MINIMAX("minimax") {
    @Override
    public Tensor generator(Tensor logits, Tensor targets) {
      return logits.softplus().mean().negated();
    }
  },
  /**
   * ½·(x − t)² for both, x the discriminator's output: of a discriminator that ends in a sigmoid,
   * ½·(σ − t)². The paper has none.
   *
   * @see <a href="https://arxiv.org/abs/1611.04076">Mao et al. 2017, eq. 2</a> (no difference)
   */
  LEAST_SQUARES("leastSquares") {
    @Override
    public boolean takesLogits() {
      return false;
    }

    @Override
    public Tensor discriminator(Tensor outputs, Tensor targets) {
      return MeanSquaredError.of(outputs, targets).times(0.5);
    }

    @Override
    public Tensor generator(Tensor outputs, Tensor targets) {
      return discriminator(outputs, targets);
    }
  };

  private final String word;

  AdversarialLoss(String word) {
    this.word = word;
  }

  /** Whether the loss has the sigmoid in it, so that a discriminator's own is left out. */
  public boolean takesLogits() {
    return true;
  }

  /**
   * @param outputs x of real and of generated images alike (examples, 1)
   * @param targets what each of them should be, of the same shape
   */
  public Tensor discriminator(Tensor outputs, Tensor targets) {
    return BinaryCrossEntropy.of(outputs, targets);
  }

  /**
   * @param outputs x of generated images (examples, 1)
   * @param targets what the generator would have them be, of the same shape
   */
  public abstract Tensor generator(Tensor outputs, Tensor targets);

  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
