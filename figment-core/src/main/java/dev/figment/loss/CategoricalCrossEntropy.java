package dev.figment.loss;

import dev.figment.tensor.Tensor;

/**
 * −log p(c) of the class c that an example has, where p = softmax(x); averaged over examples.
 * Computed from logits x, which cannot overflow.
 */
public final class CategoricalCrossEntropy {
  private CategoricalCrossEntropy() {}

  /**
   * @param logits x (examples, classes)
   * @param classes the number of each example's class (examples), whole numbers from 0
   * @return a scalar [], in nats
   */
  public static Tensor of(Tensor logits, Tensor classes) {
    return logits.logSoftmax(1).gather(1, classes.reshape(-1, 1)).mean().negated();
  }

  /**
   * The share of examples whose class has the highest logit; one that shares it counts as right.
   *
   * @return a scalar []
   */
  public static Tensor accuracy(Tensor logits, Tensor classes) {
    Tensor right = logits.gather(1, classes.reshape(-1, 1));
    Tensor ahead = logits.minus(right).relu().sum(new long[] {1}, false);
    return ahead.shareAbove(0).negated().plus(1);
  }
}
