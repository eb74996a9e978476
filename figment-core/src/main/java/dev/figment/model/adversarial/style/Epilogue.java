package dev.figment.model.adversarial.style;

import dev.figment.nn.Initializer;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows a convolution: noise, a bias, a leaky ReLU of slope 0.2, and with {@link
 * Modulation#ADAIN} the style; with {@link Modulation#DEMODULATION} √2 instead, which the ReLU took
 * from the size of the numbers.
 *
 * @param style numbers of a style
 */
record Epilogue(int channels, int style, Modulation modulation) {
  private static final double SLOPE = 0.2;

  private boolean isAdaptive() {
    return modulation == Modulation.ADAIN;
  }

  private PixelNoise noise() {
    return new PixelNoise(isAdaptive() ? channels : 1);
  }

  private Affine affine() {
    return new Affine(channels, channels);
  }

  List<ParameterSpec> parameters(Shape image) {
    List<ParameterSpec> specs = new ArrayList<>(noise().parameters(image));
    specs.add(ParameterSpec.trainable("bias", new Initializer.Zeros(), channels));
    if (isAdaptive()) {
      specs.addAll(affine().parameters(style));
    }
    return specs;
  }

  /** As {@link dev.figment.nn.Layer#multiplyAdds}. */
  long multiplyAdds() {
    return isAdaptive() ? affine().multiplyAdds(style) : 0;
  }

  Tensor apply(Tensor x, Parameters own, Pass pass) {
    Tensor noisy = noise().apply(x, own, pass);
    Tensor active = noisy.plus(own.get("bias").reshape(1, -1, 1, 1)).leakyRelu(SLOPE);
    return isAdaptive()
        ? AdaptiveInstanceNormalization.of(active, affine().apply(Affine.style(pass), own))
        : active.times(Math.sqrt(2));
  }
}
