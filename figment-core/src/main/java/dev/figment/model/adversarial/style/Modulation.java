package dev.figment.model.adversarial.style;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a style reaches a layer. */
public enum Modulation {
  /**
   * It scales and shifts what comes out, normalized: {@link AdaptiveInstanceNormalization}. The
   * last layer alone makes a picture.
   *
   * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019, section 2</a>
   */
  ADAIN,
  /**
   * It scales the weights: {@link ModulatedConvolution}. Each resolution adds to the picture.
   *
   * @see <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, section 2.2 and 4.1</a>
   */
  DEMODULATION;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
