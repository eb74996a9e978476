package dev.figment.loss;

import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * What is added to a discriminator's loss to keep it in hand: a record with the formula of one
 * paper, already multiplied by its weight.
 *
 * <p>Those on gradients take the gradient of the sum of all outputs, which is each example's own as
 * long as the discriminator looks at one example at a time: not with batch normalization.
 */
public interface Penalty {
  /**
   * @param discriminator from examples to its outputs (examples, 1); what it is made of can be
   *     differentiated twice
   * @param real a batch of examples, the batch first
   * @param fake as many generated ones, of the same shape; of use to {@link GradientPenalty} alone
   * @param stream where random numbers are drawn from
   * @return a scalar []
   */
  Tensor of(UnaryOperator<Tensor> discriminator, Tensor real, Tensor fake, RandomStream stream);
}
