package dev.figment.recipe;

import dev.figment.nn.Activation;
import dev.figment.nn.BatchNormalization;
import dev.figment.nn.ConditionalBatchNormalization;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Conv2dTranspose;
import dev.figment.nn.Dense;
import dev.figment.nn.Flatten;
import dev.figment.nn.Layer;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.Padding;
import dev.figment.nn.Reshape;
import dev.figment.nn.Shape;
import dev.figment.nn.SpectralNormalization;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a {@link RecipeDraft}: convolutions that halve an image until it is small, and
 * those that double it again. Channels double as images become smaller. Those of a GAN are the thin
 * ones of the recipe {@code mnist-best}, so that many steps fit into minutes of a CPU.
 *
 * @param channels of an image
 * @param classes that a GAN is told; 0 for none
 */
record DraftLayers(DraftSize size, int channels, int classes) {
  private static final int KERNEL = 4; // divides by the stride: no checkerboard
  private static final int FEWEST = 32;
  private static final int MOST = 256;
  private static final int MOST_OF_GAN = 128;
  private static final int HIDDEN = 256;
  private static final double MOMENTUM = 0.9;
  private static final double SLOPE = 0.2;

  /** From random numbers to an image in [-1, 1], normalized by batches, of each class its own. */
  List<Layer> generator() {
    List<Layer> layers = new ArrayList<>();
    Shape first = first(filters(size.doublings() - 1, MOST_OF_GAN));
    layers.add(new Dense(first.count()));
    layers.add(new Reshape(first.sizes()));
    layers.addAll(normalized());
    for (int left = size.doublings() - 2; left >= 0; left--) {
      layers.add(new Conv2dTranspose(filters(left, MOST_OF_GAN), KERNEL, 2, Padding.SAME));
      layers.addAll(normalized());
    }
    layers.addAll(lastOfGenerator());
    return layers;
  }

  private List<Layer> normalized() {
    Layer normalization =
        classes == 0
            ? new BatchNormalization(MOMENTUM, 0.001)
            : new ConditionalBatchNormalization(classes);
    return List.of(normalization, new LeakyRelu(SLOPE));
  }

  private List<Layer> lastOfGenerator() {
    if (size.cut() == 0) {
      return List.of(
          new Conv2dTranspose(channels, KERNEL, 2, Padding.SAME).withActivation(Activation.TANH));
    }
    List<Layer> layers = new ArrayList<>();
    layers.add(new Conv2dTranspose(FEWEST / 2, KERNEL, 2, Padding.SAME));
    layers.addAll(normalized());
    layers.add(last(Activation.TANH));
    return layers;
  }

  /**
   * From an image to a score, unbounded. Where there are classes, their projection is the last
   * layer.
   */
  List<Layer> discriminator() {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < size.halvings(); i++) {
      layers.add(
          new SpectralNormalization(new Conv2d(filters(i, MOST_OF_GAN), KERNEL, 2, Padding.SAME)));
      layers.add(new LeakyRelu(SLOPE));
    }
    layers.add(new Flatten());
    if (classes == 0) {
      layers.add(new SpectralNormalization(new Dense(1)));
    }
    return layers;
  }

  /** From an image to a few hundred numbers. */
  List<Layer> encoder() {
    List<Layer> layers = new ArrayList<>();
    for (int halved = 1; halved <= size.doublings(); halved++) {
      layers.add(
          new Conv2d(filters(halved, MOST), KERNEL, 2, Padding.SAME)
              .withActivation(Activation.ELU));
    }
    layers.add(new Flatten());
    layers.add(new Dense(HIDDEN, Activation.ELU));
    return layers;
  }

  /** From a coding to an image in [0, 1]. */
  List<Layer> decoder() {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Dense(HIDDEN, Activation.ELU));
    Shape first = first(filters(size.doublings(), MOST));
    layers.add(new Dense(first.count(), Activation.ELU));
    layers.add(new Reshape(first.sizes()));
    for (int left = size.doublings() - 1; left >= 0; left--) {
      layers.add(
          new Conv2dTranspose(filters(left, MOST), KERNEL, 2, Padding.SAME)
              .withActivation(Activation.ELU));
    }
    layers.add(last(Activation.SIGMOID));
    return layers;
  }

  private Shape first(int filters) {
    return Shape.image(size.firstHeight(), size.firstWidth(), filters);
  }

  /** To colors; its window cuts off what doubling gave too much. */
  private Layer last(Activation activation) {
    Conv2d colors =
        size.cut() == 0
            ? new Conv2d(channels, 3, 1, Padding.SAME)
            : new Conv2d(channels, size.cut() + 1, 1, Padding.VALID);
    return colors.withActivation(activation);
  }

  /** Where an image was halved so often, of at most so many. */
  private static int filters(int halved, int most) {
    return Math.min(most, FEWEST << halved);
  }
}
