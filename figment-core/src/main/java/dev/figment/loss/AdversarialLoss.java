package dev.figment.loss;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.tensor.Tensor;

/**
 * What the two networks of a GAN are told, in terms of the discriminator's logits x and of targets
 * t. Each gives a scalar, averaged over the batch.
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
   * ½·(x − t)² for both.
   *
   * @see <a href="https://arxiv.org/abs/1611.04076">Mao et al. 2017, eq. 2</a> (no difference)
   */
  LEAST_SQUARES("leastSquares") {
    @Override
    public Tensor discriminator(Tensor logits, Tensor targets) {
      return MeanSquaredError.of(logits, targets).times(0.5);
    }

    @Override
    public Tensor generator(Tensor logits, Tensor targets) {
      return discriminator(logits, targets);
    }
  };

  private final String word;

  AdversarialLoss(String word) {
    this.word = word;
  }

  /**
   * @param logits x of real and of generated images alike (examples, 1)
   * @param targets what each of them should be, of the same shape
   */
  public Tensor discriminator(Tensor logits, Tensor targets) {
    return BinaryCrossEntropy.of(logits, targets);
  }

  /**
   * @param logits x of generated images (examples, 1)
   * @param targets what the generator would have them be, of the same shape
   */
  public abstract Tensor generator(Tensor logits, Tensor targets);

  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
