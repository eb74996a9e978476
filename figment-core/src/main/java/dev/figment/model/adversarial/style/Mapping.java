package dev.figment.model.adversarial.style;

import dev.figment.nn.Architecture;
import dev.figment.nn.Dense;
import dev.figment.nn.Equalized;
import dev.figment.nn.Layer;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.PixelNormalization;
import dev.figment.nn.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers from a point z to a style w: z brought to one length, dense layers with leaky ReLUs of
 * slope 0.2 that learn more slowly than all others, and the running mean of styles.
 *
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019, section 2 and appendix C</a>
 *     (no difference)
 */
final class Mapping {
  private static final double SLOPE = 0.2;

  private Mapping() {}

  static Architecture architecture(String name, StyleRecipe recipe) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new PixelNormalization(1e-8));
    for (int i = 0; i < recipe.mappingLayers(); i++) {
      layers.add(new Equalized(new Dense(recipe.style()), Math.sqrt(2), recipe.mappingRate()));
      layers.add(new LeakyRelu(SLOPE));
    }
    layers.add(new StyleAverage(recipe.averageMomentum()));
    return new Architecture(name, Shape.vector(recipe.latent()), layers);
  }
}
