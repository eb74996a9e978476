package dev.figment.loss;

import dev.figment.tensor.Tensor;

/**
 * −log softmax(x)[y], averaged over the batch: how surprised a classifier is by the right classes,
 * in nats.
 */
public final class ClassCrossEntropy {
  private ClassCrossEntropy() {}

  /**
   * @param logits x (examples, classes)
   * @param classes y, class numbers (examples)
   * @return a scalar []
   */
  public static Tensor of(Tensor logits, Tensor classes) {
    return logits.logSumExp(1).minus(ofRight(logits, classes).reshape(-1)).mean();
  }

  /**
   * The share of examples whose right class has the highest logit.
   *
   * @return a scalar []
   */
  public static Tensor accuracy(Tensor logits, Tensor classes) {
    Tensor ahead = logits.minus(ofRight(logits, classes)).relu().sum(new long[] {1}, false);
    return ahead.shareAbove(0).negated().plus(1);
  }

  /** The logit of each example's right class (examples, 1). */
  private static Tensor ofRight(Tensor logits, Tensor classes) {
    int known = (int) logits.size(1);
    float[] identity = new float[known * known];
    for (int i = 0; i < known; i++) {
      identity[i * known + i] = 1;
    }
    Tensor oneOfMany = Tensor.of(identity, known, known).to(logits.device());
    return logits.times(oneOfMany.rows(classes.toLongs())).sum(new long[] {1}, true);
  }
}
