package dev.figment.model.adversarial.style;

import dev.figment.nn.Initializer;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.SideInput;
import dev.figment.tensor.Noise;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * What a layer makes of a style: A·w/√numbers + b, at an equalized learning rate, with A from N(0,
 * 1). b begins at 1 for scales, so that a style changes nothing at first on average, and at 0 for
 * shifts.
 *
 * @param scales how many numbers scale
 * @param shifts how many numbers after them shift
 */
record Affine(int scales, int shifts) {
  private static final String WEIGHT = "affine.weight";
  private static final String BIAS = "affine.bias";

  List<ParameterSpec> parameters(int style) {
    long units = (long) scales + shifts;
    return List.of(
        ParameterSpec.trainable(WEIGHT, new Initializer.Normal(1, 0), units, style),
        ParameterSpec.trainable(
            BIAS,
            (stream, shape) -> {
              float[] bias = new float[Noise.count(shape)];
              Arrays.fill(bias, 0, scales, 1);
              return bias;
            },
            units));
  }

  /** As {@link dev.figment.nn.Layer#multiplyAdds}. */
  long multiplyAdds(int style) {
    return ((long) scales + shifts) * style;
  }

  /** The style that a layer is told (examples, numbers). */
  static Tensor style(Pass pass) {
    return pass.require(
        SideInput.STYLE, "styleGan", "Only a synthesis network tells its layers a style each.");
  }

  /**
   * @param w (examples, numbers)
   * @return (examples, scales + shifts)
   */
  Tensor apply(Tensor w, Parameters own) {
    Tensor weight = own.get(WEIGHT).times(1 / Math.sqrt(w.size(1)));
    return w.linear(weight, own.get(BIAS));
  }
}
