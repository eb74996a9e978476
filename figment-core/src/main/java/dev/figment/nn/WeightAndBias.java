package dev.figment.nn;

import java.util.List;

/** The parameters that dense and convolutional layers share: a weight, and a bias of zeros. */
public final class WeightAndBias {
  private WeightAndBias() {}

  /**
   * @param bias whether there is one
   * @param outputs of the bias
   */
  public static List<ParameterSpec> of(
      Initializer initializer, boolean bias, int outputs, long... weightShape) {
    ParameterSpec weight = ParameterSpec.trainable("weight", initializer, weightShape);
    return bias
        ? List.of(weight, ParameterSpec.trainable("bias", new Initializer.Zeros(), outputs))
        : List.of(weight);
  }
}
