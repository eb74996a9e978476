package dev.figment.loss;

import dev.figment.catalogue.Kind;
import dev.figment.tensor.Tensor;

/**
 * What is added to a discriminator's loss to keep it in hand: a record with the formula of one
 * paper, already multiplied by its weight.
 *
 * <p>Those on gradients take the gradient of the sum of all outputs, which is each example's own as
 * long as the discriminator looks at one example at a time: not with batch normalization.
 */
@Kind("penalty")
public interface Penalty {
  /**
   * @return a scalar []
   */
  Tensor of(PenaltyInput input);

  /**
   * Whether it is of the discriminator's gradient at an example, which must be the example's own.
   */
  default boolean isOfGradient() {
    return true;
  }

  /** Whether it looks at generated examples beside real ones. */
  default boolean needsFakes() {
    return false;
  }

  /**
   * In every how many steps it is taken. Above 1 it is lazy: it has an update of its own, in which
   * it counts for all the updates that went without.
   *
   * @see <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, section 3.1</a>
   */
  default int every() {
    return 1;
  }
}
