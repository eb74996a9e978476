package dev.figment.model.adversarial.style;

import dev.figment.nn.Initializer;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.tensor.Noise;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * x + strength·noise, with one standard normal number for each pixel, the same for all channels:
 * for what is random in an image, such as hair. Strengths are learned and begin at 0.
 *
 * <p>In training the noise is drawn for each example from the pass's stream. In use it is the same
 * for all, drawn with the first weights and saved with them, so that a style always gives the same
 * image.
 *
 * @param strengths one for each channel, or 1 for all
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019, section 2</a>: one for each
 *     channel; <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, section 2.2</a>: one
 */
record PixelNoise(int strengths) {
  private static final String STRENGTH = "noise.strength";
  private static final String FIXED = "noise.fixed";

  List<ParameterSpec> parameters(Shape image) {
    return List.of(
        ParameterSpec.trainable(STRENGTH, new Initializer.Zeros(), strengths),
        ParameterSpec.statistic(
            FIXED, new Initializer.Normal(1, 0), 1, 1, image.height(), image.width()));
  }

  Tensor apply(Tensor x, Parameters own, Pass pass) {
    Tensor noise =
        pass.isTraining()
            ? Noise.normal(pass.random(), x.size(0), 1, x.size(2), x.size(3)).to(x.device())
            : own.get(FIXED);
    return x.plus(noise.times(own.get(STRENGTH).reshape(1, -1, 1, 1)));
  }
}
