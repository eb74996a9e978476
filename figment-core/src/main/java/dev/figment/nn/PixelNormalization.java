package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;

/**
 * x/√(mean of x² + ε) over the channels of each pixel, the units of a vector or the features of a
 * step: all come to the same length, with nothing learned. For generators, after the activation,
 * and for latents.
 *
 * @param epsilon above 0
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018, section 4.2</a> (no
 *     difference)
 */
public record PixelNormalization(@JsonProperty(defaultValue = "1e-8") double epsilon)
    implements Elementwise {
  public PixelNormalization {
    require(epsilon > 0, "pixelNormalization: epsilon must be above 0, got %s", epsilon);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    long[] channels = {x.rank() == 4 ? 1 : -1};
    return x.dividedBy(x.toFloats().square().mean(channels, true).plus(epsilon).sqrt());
  }
}
