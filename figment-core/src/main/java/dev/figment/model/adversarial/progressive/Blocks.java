package dev.figment.model.adversarial.progressive;

import dev.figment.nn.AveragePooling2d;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Dense;
import dev.figment.nn.Equalized;
import dev.figment.nn.Flatten;
import dev.figment.nn.Layer;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.MinibatchStandardDeviation;
import dev.figment.nn.Padding;
import dev.figment.nn.PixelNormalization;
import dev.figment.nn.Reshape;
import dev.figment.nn.UpSampling2d;
import java.util.List;

/**
 * What the two networks are made of, one block for each resolution.
 *
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018, table 2</a>. The dense layer
 *     of the first block has a bias for each unit, where the source has one for each channel
 */
final class Blocks {
  private static final Layer LEAKY = new LeakyRelu(0.2);
  private static final Layer PIXELS = new PixelNormalization(1e-8);

  private Blocks() {}

  /** From a latent to the start resolution. The gain is the source's √2/4 at 4×4. */
  static List<Layer> beginning(int side, int channels) {
    Layer dense = new Equalized(new Dense(side * side * channels), Math.sqrt(2) / side, 1);
    return List.of(
        PIXELS,
        dense,
        new Reshape(side, side, channels),
        LEAKY,
        PIXELS,
        convolution(channels),
        LEAKY,
        PIXELS);
  }

  /** From one resolution to twice as much. */
  static List<Layer> growing(int channels) {
    return List.of(
        new UpSampling2d(2, UpSampling2d.Interpolation.NEAREST),
        convolution(channels),
        LEAKY,
        PIXELS,
        convolution(channels),
        LEAKY,
        PIXELS);
  }

  /** From features to an image, with no activation. */
  static List<Layer> toImage(int channels) {
    return List.of(new Equalized(new Conv2d(channels, 1, 1, Padding.SAME), 1, 1));
  }

  /** From an image to features. */
  static List<Layer> fromImage(int channels) {
    return List.of(new Equalized(new Conv2d(channels, 1, 1, Padding.SAME)), LEAKY);
  }

  /** From one resolution to half of it. */
  static List<Layer> shrinking(int channels, int channelsBelow) {
    return List.of(
        convolution(channels),
        LEAKY,
        convolution(channelsBelow),
        LEAKY,
        new AveragePooling2d(2, 2, Padding.VALID));
  }

  /** From the start resolution to one number. */
  static List<Layer> ending(int group, int channels) {
    return List.of(
        new MinibatchStandardDeviation(group, 1),
        convolution(channels),
        LEAKY,
        new Flatten(),
        new Equalized(new Dense(channels)),
        LEAKY,
        new Equalized(new Dense(1), 1, 1));
  }

  private static Layer convolution(int channels) {
    return new Equalized(new Conv2d(channels, 3, 1, Padding.SAME));
  }
}
