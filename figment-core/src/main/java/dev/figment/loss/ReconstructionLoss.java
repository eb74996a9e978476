package dev.figment.loss;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.tensor.Tensor;

/** How far a reconstruction is from what it should be: a mean over all values, as in Keras. */
public enum ReconstructionLoss {
  /** {@link BinaryCrossEntropy} of each value, in nats; of values in [0, 1], from logits. */
  BINARY_CROSS_ENTROPY("binaryCrossEntropy") {
    @Override
    public Tensor of(Tensor outputs, Tensor targets) {
      return BinaryCrossEntropy.of(outputs, targets);
    }
  },
  /** {@link MeanSquaredError}. */
  MEAN_SQUARED_ERROR("meanSquaredError") {
    @Override
    public Tensor of(Tensor outputs, Tensor targets) {
      return MeanSquaredError.of(outputs, targets);
    }
  };

  private final String word;

  ReconstructionLoss(String word) {
    this.word = word;
  }

  /** Whether outputs come before a sigmoid. */
  public boolean takesLogits() {
    return this == BINARY_CROSS_ENTROPY;
  }

  /**
   * @param outputs logits or values, of the targets' shape
   * @return a scalar []
   */
  public abstract Tensor of(Tensor outputs, Tensor targets);

  @JsonValue
  @Override
  public String toString() {
    return word;
  }
}
